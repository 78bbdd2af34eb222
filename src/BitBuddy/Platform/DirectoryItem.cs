namespace BitBuddy.Platform;

/// <summary>One name in a folder. Sizes, dates and identity are set for files only.</summary>
internal readonly record struct DirectoryItem(byte[] Name, ItemType Type, long Bytes, long ModifiedNs, long Identity);
