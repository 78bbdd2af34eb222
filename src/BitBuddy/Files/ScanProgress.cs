namespace BitBuddy.Files;

/// <summary>How far a scan is: files and folders seen so far, and the folder just done.</summary>
/// <param name="Left">About how long it still takes; null where nobody knows how many files there are.</param>
public readonly record struct ScanProgress(long Files, long Folders, string Folder, TimeSpan? Left = null);
