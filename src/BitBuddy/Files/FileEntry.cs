namespace BitBuddy.Files;

/// <summary>One file as the index knows it.</summary>
/// <param name="Id">Stable over rescans, renames and rebuilds while device and inode hold; never reused; below 2^53.</param>
/// <param name="Path">Absolute and whole. Bytes that are not UTF-8 show as U+FFFD.</param>
/// <param name="Name">The last part of <paramref name="Path"/>.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Modified">When the contents last changed, UTC.</param>
public sealed record FileEntry(long Id, string Path, string Name, long Bytes, DateTimeOffset Modified, FileKind Kind)
{
    /// <summary>The true path where it is not valid UTF-8; otherwise null.</summary>
    public byte[]? PathBytes { get; init; }

    /// <summary>The piece of its text that matched; null where no text was asked for.</summary>
    public string? Snippet { get; init; }
}
