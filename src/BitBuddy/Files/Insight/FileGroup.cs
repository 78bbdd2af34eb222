namespace BitBuddy.Files;

/// <summary>Files that belong together.</summary>
/// <param name="Count">All of them.</param>
/// <param name="Bytes">The size of all of them.</param>
/// <param name="Wasted">What would be free without all but one (duplicates) or all but the newest (versions); of others, their size.</param>
/// <param name="Files">The first of them.</param>
public sealed record FileGroup(GroupKind What, long Count, long Bytes, long Wasted, IReadOnlyList<FileEntry> Files)
{
    /// <summary>The kind of all of them, where they were put together by it.</summary>
    public FileKind? Kind { get; init; }

    /// <summary>Of versions: how each listed file's text differs from the next older one's; null where the text is not at hand.</summary>
    public IReadOnlyList<LineChange?> Changes { get; init; } = [];
}
