namespace BitBuddy.Conversation;

/// <summary>Milliseconds from the start of the process (one-shot) or from Enter (chat); null where a stage did not happen.</summary>
public sealed record Timings
{
    public double? Facts { get; init; }

    /// <summary>How long waking took; 0 when the brain was awake.</summary>
    public double? Wake { get; init; }

    /// <summary>The brain's first sampled token.</summary>
    public double? FirstToken { get; init; }

    /// <summary>The first word of the voice that is shown.</summary>
    public double? FirstWord { get; init; }
    public double? Total { get; init; }
}
