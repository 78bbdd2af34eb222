using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace BitBuddy.Platform;

/// <summary>Memory of a process and of the machine, in bytes.</summary>
internal static class MemoryUse
{
    /// <summary>What a process alone holds in memory, files it has mapped apart; where that is not told, all it holds. Null when it is gone.</summary>
    public static long? PrivateBytes(int processId)
    {
        if (Kilobytes(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/status"), "RssAnon:") is { } kilobytes)
            return kilobytes * 1024;
        try
        {
            using var process = Process.GetProcessById(processId);
            return OperatingSystem.IsWindows() ? process.PrivateMemorySize64 : process.WorkingSet64;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>What a new program could have without anything being swapped out.</summary>
    public static long FreeBytes()
    {
        var available = Kilobytes("/proc/meminfo", "MemAvailable:") * 1024;
        if (available is { } free && Kilobytes("/proc/meminfo", "MemTotal:") * 1024 <= GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)
            return free;
        // There is the limit of a container: what is left within it counts too. How full it is, a collection finds out.
        GC.Collect(0);
        var memory = GC.GetGCMemoryInfo();
        var left = Math.Max(0, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes);
        return Math.Min(available ?? left, left);
    }

    /// <summary>Gives what this process holds and does not use back to the system; costs some milliseconds.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = Libc.TrimHeap(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Other C libraries than glibc give back by themselves.
        }
    }

    private static long? Kilobytes(string file, string line)
    {
        try
        {
            return OperatingSystem.IsLinux()
                && File.ReadLines(file).FirstOrDefault(text => text.StartsWith(line, StringComparison.Ordinal)) is { } found
                && long.TryParse(found.AsSpan(line.Length).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
