namespace BitBuddy.Platform;

/// <summary>Folders that only the user may enter.</summary>
public static class PrivateFolder
{
    /// <summary>Makes the folder and what is missing above it, for the user alone (0700); one that exists is left as it is.</summary>
    /// <exception cref="BuddyException">It cannot be made there.</exception>
    public static void Create(string path)
    {
        try
        {
            Make(Path.GetFullPath(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"The folder {Display.Line(path)} could not be made: {Display.Line(e.Message)}", inner: e);
        }
    }

    // .NET gives the mode to the last folder alone, so each is made by itself.
    private static void Make(string path)
    {
        if (Directory.Exists(path))
            return;
        if (Path.GetDirectoryName(path) is { } parent)
            Make(parent);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
