namespace BitBuddy.Files;

/// <summary>A file as insights look at it.</summary>
/// <param name="Folder">The row of its folder.</param>
/// <param name="Name">As bytes.</param>
/// <param name="Path">Absolute, as bytes.</param>
internal sealed record InsightFile(long Uid, long Folder, byte[] Name, long Bytes, long ModifiedNs, FileKind Kind, byte[] Path)
{
    public FileEntry Entry => new(Uid, PathText.Show(Path), PathText.Show(Name), Bytes, DateTimeOffset.UnixEpoch.AddTicks(ModifiedNs / 100), Kind)
    {
        PathBytes = PathText.IsText(Path) ? null : Path,
    };
}
