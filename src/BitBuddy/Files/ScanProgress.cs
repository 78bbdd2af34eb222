namespace BitBuddy.Files;

/// <summary>How far a scan is: files and folders seen so far, and the folder just done.</summary>
public readonly record struct ScanProgress(long Files, long Folders, string Folder);
