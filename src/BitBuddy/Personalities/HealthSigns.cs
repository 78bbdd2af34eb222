using BitBuddy.Brains;

namespace BitBuddy.Personalities;

/// <summary>What the health check judges, as it is now.</summary>
public sealed record HealthSigns
{
    /// <summary>Bytes free on the disk of the home, and its size; 0 where neither is told.</summary>
    public long DiskFree { get; init; }

    /// <inheritdoc cref="DiskFree"/>
    public long DiskTotal { get; init; }

    /// <summary>Bytes a program could still have; null where that is not told.</summary>
    public long? FreeMemory { get; init; }
    public BrainTrouble Brain { get; init; }

    /// <summary>A brain is chosen and holds memory when it is awake.</summary>
    public bool HasBrain { get; init; }

    /// <summary>The file of a download that has not ended and that nobody fetches; null: there is none.</summary>
    public string? Stopped { get; init; }

    /// <summary>How many folders are known.</summary>
    public int Folders { get; init; }

    /// <summary>Names of known folders that are not there now.</summary>
    public IReadOnlyList<string> Away { get; init; } = [];

    /// <summary>Names of known folders that are there and were never read to the end.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>The moment as of which all that is known of files holds; null while nothing is known.</summary>
    public DateTimeOffset? IndexAsOf { get; init; }
}
