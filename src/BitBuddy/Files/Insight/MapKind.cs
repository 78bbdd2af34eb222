namespace BitBuddy.Files;

/// <summary>What the files of one kind take in a folder.</summary>
public sealed record MapKind(FileKind Kind, long Files, long Bytes);
