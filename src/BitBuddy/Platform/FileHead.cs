using System.Text;

namespace BitBuddy.Platform;

/// <summary>The first bytes of a file.</summary>
internal static class FileHead
{
    /// <summary>Reads up to the span's length; 0 when it cannot be read. Never waits and never follows a link.</summary>
    public static unsafe int Read(ReadOnlySpan<byte> path, Span<byte> head)
    {
        if (!Libc.IsHere)
            return ReadManaged(path, head);
        var text = new byte[path.Length + 1];
        path.CopyTo(text);
        fixed (byte* pointer = text)
        fixed (byte* into = head)
        {
            var file = Libc.Open(pointer, Libc.ReadOnly | Libc.CloseOnExec | Libc.NonBlocking | Libc.NoFollow, 0);
            if (file < 0)
                return 0;
            StatxResult result;
            byte empty = 0;
            var isFile = Libc.Statx(file, &empty, Libc.EmptyPath, StatxResult.Wanted, &result) == 0
                && FileStat.From(result).Type == ItemType.File;
            var length = isFile ? Libc.Read(file, into, (nuint)head.Length) : 0;
            _ = Libc.Close(file);
            return (int)Math.Max(length, 0);
        }
    }

    private static int ReadManaged(ReadOnlySpan<byte> path, Span<byte> head)
    {
        try
        {
            using var file = File.OpenHandle(Encoding.UTF8.GetString(path));
            return RandomAccess.Read(file, head, 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
