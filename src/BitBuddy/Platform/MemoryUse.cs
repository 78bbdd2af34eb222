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
        GC.Collect(0);
        var memory = GC.GetGCMemoryInfo();
        // What is left within the limit of a container counts too, where there is one.
        var left = Math.Max(0, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes);
        return Kilobytes("/proc/meminfo", "MemAvailable:") is { } kilobytes ? Math.Min(kilobytes * 1024, left) : left;
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
