using System.Globalization;
using System.Runtime.InteropServices;

namespace BitBuddy.Llama.Worker;

/// <summary>
/// What the worker gives up before it reads a byte of a model, so that a file that takes the engine over gains little. A step
/// that the system refuses is left out.
/// </summary>
internal static partial class WorkerHardening
{
    private const int DataSize = 2;
    private const int CoreSize = 4;
    private const int SetNoNewPrivileges = 38;
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

    /// <summary>Bounds the private memory, generously: a file that asks for more is damaged or hostile. Address space is not bounded.</summary>
    public static void BoundMemory(string modelPath, LlamaSettings settings)
    {
        if (OperatingSystem.IsWindows())
            return;
        const double GiB = 1 << 30;
        var file = new FileInfo(modelPath);
        // Weights may be copied and rearranged; what a token of context takes is that of the largest models.
        Limit(DataSize, (ulong)(1.5 * GiB + 2.0 * (file.Exists ? file.Length : 0) + settings.ContextSize * 512.0 * 1024));
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
    private static unsafe partial int getrlimit(int resource, ResourceLimit* limit);

    [LibraryImport("libc")]
    private static unsafe partial int setrlimit(int resource, ResourceLimit* limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ResourceLimit(ulong Current, ulong Highest);
}
