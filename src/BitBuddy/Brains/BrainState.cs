namespace BitBuddy.Brains;

/// <summary>Where a brain is in its life.</summary>
public enum BrainState
{
    /// <summary>No brain is chosen, or there is no engine to run one.</summary>
    Absent,

    /// <summary>No process, no memory; the next need wakes it.</summary>
    Asleep,
    Waking,
    Awake,

    /// <summary>It is to end: a reply that is being spoken is finished first.</summary>
    Draining,

    /// <summary>It stopped too often or its file was refused; it is left alone for a while.</summary>
    Failed,
}
