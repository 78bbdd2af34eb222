namespace BitBuddy;

/// <summary>The exit codes scripts rely on.</summary>
public enum ExitCode
{
    Ok = 0,
    /// <summary>Unreadable, broken or refused.</summary>
    Failed = 1,
    /// <summary>The call itself was wrong.</summary>
    Usage = 2,
    /// <summary>No such folder, buddy or brain; <c>find</c> without a hit.</summary>
    NotFound = 3,
    Interrupted = 130,
}
