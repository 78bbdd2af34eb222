using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>Whether a path is a folder of files that can be read.</summary>
public static class RealFolder
{
    /// <exception cref="BuddyException">The folder is missing, is a file, cannot be read, or holds no real files.</exception>
    public static void Require(string absolute)
    {
        if (Problem(absolute) is { } problem)
            throw problem;
    }

    /// <summary>What is wrong with the folder; null when it can be scanned. It is opened, not read.</summary>
    public static BuddyException? Problem(string absolute)
    {
        var shown = Display.Line(absolute);
        return DirectoryReader.Probe(PathText.Bytes(absolute)) switch
        {
            ReadOutcome.Missing => new($"There is no folder {shown}: check the name, or remove it from your folders.", ExitCode.NotFound),
            ReadOutcome.NotAFolder => new($"{shown} is a file, not a folder: give the folder it lies in."),
            ReadOutcome.Pseudo => new($"{shown} belongs to the system and holds no files: choose a folder of your own.", ExitCode.NotFound),
            ReadOutcome.Unreadable => new($"The folder {shown} cannot be read: allow reading it, or choose another one."),
            _ => null,
        };
    }
}
