namespace BitBuddy.Files.Contents;

/// <summary>How far the reading of contents is.</summary>
/// <param name="Done">Files read since it began.</param>
/// <param name="Left">Files that were still waiting then, less those done.</param>
/// <param name="File">The path of the file at hand.</param>
public readonly record struct ContentsProgress(long Done, long Left, string File);
