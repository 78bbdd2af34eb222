namespace BitBuddy;

/// <summary>
/// Something the user can mend. The message is one sentence or two: what happened, what to do; it is shown as it is.
/// </summary>
public sealed class BuddyException(string message, ExitCode exitCode = ExitCode.Failed, Exception? inner = null)
    : Exception(message, inner)
{
    public ExitCode ExitCode { get; } = exitCode;
}
