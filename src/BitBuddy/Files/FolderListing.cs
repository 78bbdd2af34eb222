using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>One folder as it was read: its files and the folders in it.</summary>
/// <param name="ModifiedNs">The folder's own date before it was read; <see cref="IndexSchema.Unsure"/> when it may have changed meanwhile.</param>
/// <param name="Kept">Folders that are there but not entered: what the index knows of them stays.</param>
internal sealed record FolderListing(
    FolderNode Folder, ReadOutcome Outcome, long ModifiedNs, IReadOnlyList<DirectoryItem> Files, IReadOnlyList<FolderNode> Folders, IReadOnlyList<byte[]> Kept);
