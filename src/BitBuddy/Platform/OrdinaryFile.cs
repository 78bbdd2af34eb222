using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.Platform;

/// <summary>Opens files that others may swap for a pipe or a device at any moment: opening never waits.</summary>
internal static class OrdinaryFile
{
    /// <summary>The file, unbuffered; null where it is none. Links are followed.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public static unsafe FileStream? Open(string path)
    {
        if (!Libc.IsHere)
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        int file;
        fixed (byte* pointer = Encoding.UTF8.GetBytes(path + '\0'))
            file = Libc.Open(pointer, Libc.ReadOnly | Libc.CloseOnExec | Libc.NonBlocking, 0);
        if (file < 0)
            throw Directory.Exists(path) || !File.Exists(path) ? new FileNotFoundException(null, path) : new UnauthorizedAccessException("access denied.");
        var handle = new SafeFileHandle(file, ownsHandle: true);
        StatxResult result;
        byte empty = 0;
        if (Libc.Statx(file, &empty, Libc.EmptyPath, StatxResult.Wanted, &result) == 0 && FileStat.From(result).Type == ItemType.File)
            return new FileStream(handle, FileAccess.Read, bufferSize: 0);
        handle.Dispose();
        return null;
    }
}
