namespace BitBuddy.Files;

/// <summary>A file that was known once and is no more.</summary>
/// <param name="Path">Where it was, absolute.</param>
/// <param name="Noticed">When it was found gone; it went some time before.</param>
public sealed record GoneFile(long Id, string Path, long Bytes, FileKind Kind, DateTimeOffset Noticed)
{
    public string Name => System.IO.Path.GetFileName(Path);
}
