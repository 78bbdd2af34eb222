namespace BitBuddy.Files.Contents;

/// <summary>A known file whose contents are still to be read.</summary>
internal sealed record WaitingFile(FileRow Row, byte[] Path, long Bytes, long ModifiedNs);
