namespace BitBuddy.Platform;

/// <summary>What happened to a watched folder.</summary>
internal enum HintKind
{
    /// <summary>Something in it.</summary>
    Changed,

    /// <summary>It was deleted, moved or unmounted.</summary>
    Gone,

    /// <summary>More happened than the system keeps: anything may have changed anywhere.</summary>
    Overflow,
}
