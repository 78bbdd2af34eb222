namespace BitBuddy.Files;

/// <summary>What the files of a group have in common.</summary>
public enum GroupKind
{
    /// <summary>The same bytes.</summary>
    Duplicates,

    /// <summary>Versions of one thing, the newest first.</summary>
    Versions,

    /// <summary>Older versions of things that have a newer one.</summary>
    OldVersions,

    /// <summary>Neither changed nor, where that is known, opened for long.</summary>
    Stale,

    /// <summary>Of one kind, in a folder for downloads.</summary>
    Downloads,
}
