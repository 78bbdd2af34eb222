namespace BitBuddy.Files;

/// <summary>
/// A folder as the index knows it: its own date, and when that was last seen to be so (Unix ms; null where it only leads to a
/// known folder); a root is a known folder.
/// </summary>
internal readonly record struct FolderCheck(long Id, long Parent, byte[] Name, long ModifiedNs, long? CheckedAt, bool IsRoot);
