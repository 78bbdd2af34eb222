namespace BitBuddy.Platform;

/// <summary>The disk that a folder lies on, or would lie on.</summary>
internal static class DiskSpace
{
    /// <summary>Bytes that are free and bytes in all; null where that cannot be told.</summary>
    public static (long Free, long Total)? Of(string folder)
    {
        try
        {
            while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
                folder = parent;
            var drive = new DriveInfo(folder);
            return (drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
