namespace BitBuddy.Files;

/// <summary>What one scan found and changed in the index.</summary>
/// <param name="Files">Regular files there are now.</param>
/// <param name="Folders">Folders that were read, the starting one included.</param>
/// <param name="Skipped">What could not be read or is no regular file; links are not counted.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record ScanResult(long Files, long Folders, long Added, long Changed, long Removed, long Skipped, double Seconds)
{
    public static readonly ScanResult Nothing = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Why things were skipped, as "2 could not be read"; empty when nothing was.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Two scans of folders that do not overlap, together.</summary>
    public ScanResult With(ScanResult other) => new(
        Files + other.Files, Folders + other.Folders, Added + other.Added, Changed + other.Changed, Removed + other.Removed,
        Skipped + other.Skipped, Seconds + other.Seconds)
    {
        Reasons = [.. Reasons, .. other.Reasons],
    };
}
