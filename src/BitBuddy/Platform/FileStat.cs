using System.Runtime.InteropServices;

namespace BitBuddy.Platform;

/// <summary>What the system says about one path, links not followed.</summary>
/// <param name="ModifiedNs">Nanoseconds since 1970, UTC.</param>
/// <param name="Identity">53 bits of device, inode and birth time: the same file has the same number wherever it is moved.</param>
/// <param name="Device">The file system it lies on.</param>
internal readonly record struct FileStat(ItemType Type, long Bytes, long ModifiedNs, long Identity, ulong Device)
{
    /// <summary>Looks at a path given as bytes.</summary>
    public static unsafe ReadOutcome Of(ReadOnlySpan<byte> path, out FileStat stat)
    {
        stat = default;
        if (!Libc.IsHere)
            return ManagedFiles.Stat(path, out stat);
        var text = new byte[path.Length + 1];
        path.CopyTo(text);
        fixed (byte* pointer = text)
        {
            StatxResult result;
            if (Libc.Statx(Libc.CurrentFolder, pointer, Libc.NoFollowAt, StatxResult.Wanted, &result) != 0)
                return Marshal.GetLastPInvokeError() is Libc.NoSuchEntry or Libc.NotDirectory ? ReadOutcome.Missing : ReadOutcome.Unreadable;
            stat = From(result);
            return ReadOutcome.Ok;
        }
    }

    public static FileStat From(in StatxResult x)
    {
        var device = ((ulong)x.DeviceMajor << 32) | x.DeviceMinor;
        var birth = (x.Mask & 0x800) != 0 ? Nanoseconds(x.BirthSeconds, x.BirthNanoseconds) : 0;
        return new(TypeOf(x.Mode), (long)Math.Min(x.Size, long.MaxValue), Nanoseconds(x.ModifiedSeconds, x.ModifiedNanoseconds),
            FileIdentity.Of(device, x.Inode, birth), device);
    }

    private static ItemType TypeOf(ushort mode) => (mode & 0xF000) switch
    {
        0x8000 => ItemType.File,
        0x4000 => ItemType.Folder,
        0xA000 => ItemType.Link,
        _ => ItemType.Special,
    };

    // Beyond the years 1678 to 2262 the nearest end stands.
    internal static long Nanoseconds(long seconds, uint nanoseconds) => seconds switch
    {
        > 9_223_372_035 => long.MaxValue,
        < -9_223_372_036 => long.MinValue,
        _ => seconds * 1_000_000_000 + nanoseconds,
    };
}
