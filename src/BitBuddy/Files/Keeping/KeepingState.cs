namespace BitBuddy.Files.Keeping;

/// <summary>How a host keeps the index true.</summary>
public enum KeepingState
{
    /// <summary>All folders are being read again: what changed meanwhile is not known yet.</summary>
    CatchingUp,

    /// <summary>The system tells of every change.</summary>
    Watching,

    /// <summary>Some folders are looked at in turn, for the system cannot tell of them all.</summary>
    Checking,
}
