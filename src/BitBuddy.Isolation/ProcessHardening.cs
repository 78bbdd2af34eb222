using System.Globalization;
using System.Runtime.InteropServices;

namespace BitBuddy.Isolation;

/// <summary>
/// What a child process gives up before it reads a byte of anybody's file, so that a file that takes it over gains little. A step
/// that the system refuses is left out.
/// </summary>
internal static partial class ProcessHardening
{
    private const int DataSize = 2;
    private const int CoreSize = 4;
    private const int SetNoNewPrivileges = 38;
    private const int Nicest = 19;
    private const int OomScore = 500;
    private const string OomFile = "/proc/self/oom_score_adj";

    /// <summary>No core files, no new rights, no sockets, no other programs, and the first to go when memory runs out.</summary>
    public static void Apply()
    {
        if (OperatingSystem.IsWindows())
            return;
        Limit(CoreSize, 0);
        if (!OperatingSystem.IsLinux())
            return;
        _ = prctl(SetNoNewPrivileges, 1, 0, 0, 0);
        SystemCallFilter.Install(everyThread: true);
        RaiseOomScore();
    }

    /// <summary>As <see cref="Apply"/>, for a process that opens nothing itself: it takes no path, and yields to everything else that runs.</summary>
    /// <param name="mayOpen">The runtime has still to load libraries, so that opening cannot be refused; removing, renaming and the like are.</param>
    public static void ApplyWithoutFiles(bool mayOpen)
    {
        Apply();
        if (!OperatingSystem.IsLinux())
            return;
        _ = setpriority(0, 0, Nicest);
        SystemCallFilter.InstallWithoutFiles(mayOpen);
    }

    /// <summary>Bounds the private memory in bytes. Address space is not bounded.</summary>
    public static void BoundMemory(ulong most)
    {
        if (!OperatingSystem.IsWindows())
            Limit(DataSize, most);
    }

    private static unsafe void Limit(int resource, ulong most)
    {
        ResourceLimit limit;
        if (getrlimit(resource, &limit) != 0)
            return;
        limit = new ResourceLimit(Math.Min(limit.Current, most), Math.Min(limit.Highest, most));
        _ = setrlimit(resource, &limit);
    }

    private static void RaiseOomScore()
    {
        try
        {
            if (int.Parse(File.ReadAllText(OomFile), CultureInfo.InvariantCulture) < OomScore)
                File.WriteAllText(OomFile, OomScore.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Then it counts as any other process.
        }
    }

    [LibraryImport("libc")]
    private static partial int prctl(int option, nuint a, nuint b, nuint c, nuint d);

    [LibraryImport("libc")]
    private static partial int setpriority(int which, uint who, int priority);

    [LibraryImport("libc")]
    private static unsafe partial int getrlimit(int resource, ResourceLimit* limit);

    [LibraryImport("libc")]
    private static unsafe partial int setrlimit(int resource, ResourceLimit* limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ResourceLimit(ulong Current, ulong Highest);
}
