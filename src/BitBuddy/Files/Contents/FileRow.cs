namespace BitBuddy.Files.Contents;

/// <summary>
/// A row of the index's files with the id it had: found at once, also while a first scan runs and there is no index of ids; where the row was
/// given to another file, it is none.
/// </summary>
internal readonly record struct FileRow(long Row, long Uid);
