using System.Text;
using BitBuddy.Platform;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.Files.Contents;

/// <summary>
/// Opens a known file to be read: no link is followed, nothing is waited for, and it must be an ordinary file. The time it was last
/// opened stays the user's, where the file is.
/// </summary>
internal static class OpenFile
{
    /// <summary>The file and what the system says of it; null where it cannot be opened.</summary>
    public static unsafe (SafeFileHandle Handle, FileStat Stat)? Of(byte[] path)
    {
        if (!Libc.IsHere)
            return OfManaged(path);
        int file;
        fixed (byte* pointer = (byte[])[.. path, 0])
        {
            var flags = Libc.ReadOnly | Libc.CloseOnExec | Libc.NonBlocking | Libc.NoFollow;
            file = Libc.Open(pointer, flags | Libc.NoAccessTime, 0);
            if (file < 0)
                file = Libc.Open(pointer, flags, 0);
        }

        if (file < 0)
            return null;
        var handle = new SafeFileHandle(file, ownsHandle: true);
        if (StatOf(handle) is { Type: ItemType.File } stat)
            return (handle, stat);
        handle.Dispose();
        return null;
    }

    /// <summary>What the system says of it now; null where it says nothing.</summary>
    public static unsafe FileStat? StatOf(SafeFileHandle handle)
    {
        StatxResult result;
        byte empty = 0;
        return Libc.Statx((int)handle.DangerousGetHandle(), &empty, Libc.EmptyPath, StatxResult.Wanted, &result) == 0 ? FileStat.From(result) : null;
    }

    private static (SafeFileHandle, FileStat)? OfManaged(byte[] path)
    {
        try
        {
            return FileStat.Of(path, out var stat) == ReadOutcome.Ok && stat.Type == ItemType.File
                ? (File.OpenHandle(Encoding.UTF8.GetString(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), stat)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
