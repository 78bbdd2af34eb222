using System.Runtime.InteropServices;

namespace BitBuddy.Platform;

/// <summary>The part of <c>struct statx</c> that we read (linux/stat.h).</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct StatxResult
{
    /// <summary>Type, mode, mtime, inode, size and birth time.</summary>
    public const uint Wanted = 0x1 | 0x2 | 0x40 | 0x100 | 0x200 | 0x800;

    /// <summary>The time of the last change of any kind.</summary>
    public const uint Changed = 0x80;

    /// <summary>When it was last read, and on which mount it lies.</summary>
    public const uint Accessed = 0x20, Mount = 0x1000;

    [FieldOffset(0)] public uint Mask;
    [FieldOffset(28)] public ushort Mode;
    [FieldOffset(32)] public ulong Inode;
    [FieldOffset(40)] public ulong Size;
    [FieldOffset(64)] public long AccessedSeconds;
    [FieldOffset(72)] public uint AccessedNanoseconds;
    [FieldOffset(80)] public long BirthSeconds;
    [FieldOffset(88)] public uint BirthNanoseconds;
    [FieldOffset(96)] public long ChangedSeconds;
    [FieldOffset(104)] public uint ChangedNanoseconds;
    [FieldOffset(112)] public long ModifiedSeconds;
    [FieldOffset(120)] public uint ModifiedNanoseconds;
    [FieldOffset(136)] public uint DeviceMajor;
    [FieldOffset(140)] public uint DeviceMinor;
    [FieldOffset(144)] public ulong MountId;
}
