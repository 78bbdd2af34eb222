namespace BitBuddy.Brains;

/// <summary>What was measured best for a brain on this machine: one entry of <c>tuning.json</c>.</summary>
public sealed record Tuning
{
    /// <summary>The brain's sha256.</summary>
    public required string Brain { get; init; }

    public required int Cores { get; init; }

    /// <summary>The engine's version.</summary>
    public required string Engine { get; init; }

    public required DateTimeOffset MeasuredAt { get; init; }

    public required IReadOnlyList<TunedValue> Values { get; init; }

    /// <summary>Reply tokens a second with these values; null where its replies were too short to tell, or in records of earlier versions.</summary>
    public double? ReplyPerSecond { get; init; }

    /// <summary>Milliseconds from a question to the first token with these values; null in records of earlier versions.</summary>
    public double? FirstTokenMs { get; init; }
}

/// <summary>A measured choice.</summary>
/// <param name="Name">The setting.</param>
/// <param name="Reason">Why, as the end of a sentence.</param>
public sealed record TunedValue(string Name, string Text, string Reason);
