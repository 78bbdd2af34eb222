namespace BitBuddy.Personalities;

/// <summary>What can be wrong, of equal weight the first leads.</summary>
public enum CauseKind
{
    DiskLow,
    MemoryTight,
    EngineMissing,
    BrainMissing,
    BrainDamaged,
    BrainCrashing,
    DownloadStopped,
    FolderAway,
    FolderUnread,
    IndexStale,
    NoFolder,
}
