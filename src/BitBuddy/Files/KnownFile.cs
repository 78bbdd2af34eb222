namespace BitBuddy.Files;

/// <summary>A file as its folder's rows hold it.</summary>
internal sealed record KnownFile(long Row, byte[] Name, long Bytes, long ModifiedNs, FileKind Kind, long Uid);
