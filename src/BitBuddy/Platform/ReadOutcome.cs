namespace BitBuddy.Platform;

/// <summary>How reading a path ended.</summary>
internal enum ReadOutcome
{
    Ok,
    Missing,
    NotAFolder,
    Unreadable,

    /// <summary>proc, sysfs and their like: never read.</summary>
    Pseudo,
}
