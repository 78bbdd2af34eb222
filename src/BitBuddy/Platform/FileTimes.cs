using System.Runtime.InteropServices;
using System.Text;

namespace BitBuddy.Platform;

/// <summary>When a file was last read and when it was made, nanoseconds since 1970 UTC; links not followed.</summary>
/// <param name="BirthNs">Null where the file system does not know.</param>
/// <param name="Mount">The mount's number in <c>/proc/self/mountinfo</c>; 0 where it cannot be told.</param>
internal readonly record struct FileTimes(long AccessedNs, long? BirthNs, ulong Mount)
{
    /// <summary>Null where it is no file or cannot be looked at.</summary>
    public static unsafe FileTimes? Of(ReadOnlySpan<byte> path)
    {
        if (!Libc.IsHere)
            return Managed(Encoding.UTF8.GetString(path));
        var text = new byte[path.Length + 1];
        path.CopyTo(text);
        fixed (byte* pointer = text)
        {
            StatxResult x;
            if (Libc.Statx(Libc.CurrentFolder, pointer, Libc.NoFollowAt, StatxResult.Wanted | StatxResult.Accessed | StatxResult.Mount, &x) != 0 || (x.Mode & 0xF000) != 0x8000)
                return null;
            return new(
                FileStat.Nanoseconds(x.AccessedSeconds, x.AccessedNanoseconds),
                (x.Mask & 0x800) != 0 ? FileStat.Nanoseconds(x.BirthSeconds, x.BirthNanoseconds) : null,
                (x.Mask & StatxResult.Mount) != 0 ? x.MountId : 0);
        }
    }

    private static FileTimes? Managed(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists ? new(Ns(file.LastAccessTimeUtc), Ns(file.CreationTimeUtc), 0) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long Ns(DateTime moment) => (moment - DateTime.UnixEpoch).Ticks * 100;
}
