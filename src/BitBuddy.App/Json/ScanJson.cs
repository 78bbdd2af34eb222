namespace BitBuddy.App.Json;

internal sealed record ScanJson(
    IReadOnlyList<string> Paths, long Files, long Folders, long Added, long Changed, long Removed, long Skipped, double Seconds, IReadOnlyList<string> Notes,
    ContentsJson? Contents);
