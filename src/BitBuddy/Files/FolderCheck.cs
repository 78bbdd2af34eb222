namespace BitBuddy.Files;

/// <summary>A folder as the index knows it: its own date, and when that was last seen to be so (Unix ms); a root is a known folder.</summary>
/// <param name="IsAway">The known folder it lies in is not there now (a disk not mounted): that tells nothing of it.</param>
internal readonly record struct FolderCheck(long Id, byte[] Name, byte[] Path, long ModifiedNs, long CheckedAt, bool IsRoot, bool IsAway)
{
    /// <summary>It on its way to be read again. A known folder may itself be a link; for one in it, no file system's number will do that none has.</summary>
    public FolderNode Node() => new(null, Name, Path, IsRoot ? null : FolderNode.AnyDevice) { Id = Id };
}
