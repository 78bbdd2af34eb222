namespace BitBuddy.Platform;

/// <summary>Files that only the user may read.</summary>
public static class PrivateFile
{
    /// <summary>Opens a file unbuffered; one made by this is the user's alone (0600).</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
