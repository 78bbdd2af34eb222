using System.Text;

namespace BitBuddy.Platform;

/// <summary>What tells that a file is still the same one, unread. Links are followed.</summary>
/// <param name="ChangedNs">Linux: the moment of the last change of any kind, which nobody can set back; elsewhere the moment of birth.</param>
public readonly record struct FileStamp(long Bytes, DateTimeOffset Modified, long ChangedNs)
{
    /// <summary>The stamp of the file now; null where there is none.</summary>
    public static FileStamp? Of(string path)
    {
        try
        {
            var file = new FileInfo(path);
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            return file.Exists ? new(file.Length, new DateTimeOffset(file.LastWriteTimeUtc), Changed(file)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static unsafe long Changed(FileInfo file)
    {
        StatxResult result = default;
        if (Libc.IsHere)
        {
            fixed (byte* path = Encoding.UTF8.GetBytes(file.FullName + '\0'))
            {
                if (Libc.Statx(Libc.CurrentFolder, path, 0, StatxResult.Changed, &result) == 0)
                    return result.ChangedSeconds * 1_000_000_000 + result.ChangedNanoseconds;
            }
        }

        return (file.CreationTimeUtc - DateTime.UnixEpoch).Ticks * 100;
    }
}
