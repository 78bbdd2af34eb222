namespace BitBuddy.Files;

/// <summary>What was found out about files beyond finding them.</summary>
/// <param name="Count">All files it speaks of.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="Files">The first of them, as they are shown and numbered.</param>
public sealed record Insight(long Count, long Bytes, IReadOnlyList<FileEntry> Files)
{
    /// <summary>The groups that the listed files belong to.</summary>
    public IReadOnlyList<FileGroup> Groups { get; init; } = [];

    /// <summary>All groups there are; null where files are not put in groups.</summary>
    public long? GroupCount { get; init; }

    /// <summary>Bytes that all groups waste; null where files are not put in groups.</summary>
    public long? Wasted { get; init; }

    /// <summary>Stale files were not needed since this moment.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Of stale files: true where the disk tells when each was opened, so that they were not opened either.</summary>
    public bool OpeningIsKnown { get; init; }

    /// <summary>What became of files in a time that was asked for; null where that is not asked or cannot be told.</summary>
    public ChangeCount? Changes { get; init; }
}
