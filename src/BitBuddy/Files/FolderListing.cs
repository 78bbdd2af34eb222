using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>One folder as it was read: its files and the folders in it.</summary>
/// <param name="ModifiedNs">The folder's own date before it was read; <see cref="IndexSchema.Unsure"/> when it may have changed meanwhile.</param>
/// <param name="Device">The file system it lies on; 0 where that was not seen.</param>
/// <param name="Kept">Folders that are there but not entered: what the index knows of them stays.</param>
internal sealed record FolderListing(
    FolderNode Folder, ReadOutcome Outcome, ulong Device, long ModifiedNs, IReadOnlyList<DirectoryItem> Files, IReadOnlyList<FolderNode> Folders, IReadOnlyList<byte[]> Kept)
{
    /// <summary>It is where a disk is put in, as far as this reading can tell; null where it cannot.</summary>
    public bool? IsMount => Folder.Device switch
    {
        FolderNode.AnyDevice => null,
        { } parent => parent != Device,
        null => true,
    };

    /// <summary>Nothing at all lies in it.</summary>
    public bool IsEmpty => Files.Count + Folders.Count + Kept.Count == 0;
}
