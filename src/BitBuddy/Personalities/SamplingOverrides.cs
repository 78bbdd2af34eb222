namespace BitBuddy.Personalities;

/// <summary>Sampling settings a personality may carry; what is null keeps the default.</summary>
public sealed record SamplingOverrides
{
    /// <summary>0 to 1.</summary>
    public double? TopP { get; init; }

    /// <summary>1 to 1000.</summary>
    public int? TopK { get; init; }

    /// <summary>0 to 1.</summary>
    public double? MinP { get; init; }

    /// <summary>1.0 to 2.0.</summary>
    public double? RepeatPenalty { get; init; }
}
