namespace BitBuddy.Files.Contents.Readers;

/// <summary>How the process that reads files is started.</summary>
/// <param name="Executable">The program whose hidden verb it is.</param>
public sealed record ReaderStart(string Executable)
{
    /// <summary>The hidden verb; a descriptor's number follows it.</summary>
    public const string Verb = "__reader";

    /// <summary>How long one file may take; then the process is ended.</summary>
    public TimeSpan Time { get; init; } = ReaderLimits.Time;
}
