namespace BitBuddy.Files.Contents;

/// <summary>A file that was read, and its size and date then.</summary>
internal sealed record ReadFile(FileRow Row, byte[] Path, long Bytes, long ModifiedNs, DocContents Contents);
