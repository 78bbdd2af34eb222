namespace BitBuddy.Files;

/// <summary>What one scan found and changed in the index.</summary>
/// <param name="Files">Regular files there are now.</param>
/// <param name="Folders">Folders that were read, the starting one included.</param>
/// <param name="Skipped">What could not be read or is no regular file; links are not counted.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record ScanResult(long Files, long Folders, long Added, long Changed, long Removed, long Skipped, double Seconds)
{
    /// <summary>Why things were skipped, as "2 could not be read"; empty when nothing was.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}
