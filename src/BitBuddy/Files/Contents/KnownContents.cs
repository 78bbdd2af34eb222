namespace BitBuddy.Files.Contents;

/// <summary>A file whose contents are known, as it was when they were read: they count while its date (ns since 1970) and size are these.</summary>
internal readonly record struct KnownContents(long Uid, long ModifiedNs, long Bytes);
