using System.Runtime.InteropServices;

namespace BitBuddy.Platform;

/// <summary>The Linux calls we make, in one place; every caller has a managed way beside it.</summary>
internal static unsafe partial class Libc
{
    public const int ReadOnly = 0;
    public const int NonBlocking = 0x800;
    public const int CloseOnExec = 0x80000;

    /// <summary>O_NOATIME: reading leaves no trace; only for files of one's own.</summary>
    public const int NoAccessTime = 0x40000;
    public const int NoSuchEntry = 2;
    public const int NotDirectory = 20;
    public const int CurrentFolder = -100;
    public const int NoFollowAt = 0x100;
    public const int EmptyPath = 0x1000;

    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64 or Architecture.Arm;

    /// <summary>O_DIRECTORY, which differs between processors.</summary>
    public static int DirectoryOnly => IsArm ? 0x4000 : 0x10000;

    /// <summary>O_NOFOLLOW, which differs between processors.</summary>
    public static int NoFollow => IsArm ? 0x8000 : 0x20000;

    /// <summary>True where these calls exist: 64-bit Linux.</summary>
    public static bool IsHere { get; } = OperatingSystem.IsLinux() && sizeof(nint) == 8 && HasStatx();

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    public static partial int Open(byte* path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "getdents64", SetLastError = true)]
    public static partial nint GetDents(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    public static partial int Statx(int folder, byte* name, int flags, uint mask, StatxResult* result);

    [LibraryImport("libc", EntryPoint = "inotify_init1", SetLastError = true)]
    public static partial int InotifyInit(int flags);

    [LibraryImport("libc", EntryPoint = "inotify_add_watch", SetLastError = true)]
    public static partial int InotifyAdd(int descriptor, byte* path, uint mask);

    [LibraryImport("libc", EntryPoint = "inotify_rm_watch")]
    public static partial int InotifyRemove(int descriptor, int watch);

    /// <summary>glibc alone has it.</summary>
    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    public static partial int TrimHeap(nuint kept);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventFd(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, void* buffer, nuint count);

    /// <param name="waits">struct pollfd: descriptor 4 bytes, wanted 2, come 2.</param>
    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(long* waits, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    public static partial int SetPriority(int which, uint who, int priority);

    [LibraryImport("libc", EntryPoint = "syscall")]
    public static partial nint SystemCall(nint number, nint first, nint second, nint third);

    /// <summary>The result is wider than any kernel's struct; its first 8 bytes are the type.</summary>
    [LibraryImport("libc", EntryPoint = "fstatfs", SetLastError = true)]
    public static partial int FStatFs(int descriptor, long* result);

    private static bool HasStatx()
    {
        try
        {
            StatxResult result;
            var root = stackalloc byte[] { (byte)'/', 0 };
            return Statx(CurrentFolder, root, NoFollowAt, StatxResult.Wanted, &result) == 0;
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }
}
