using System.ComponentModel;
using System.Diagnostics;

namespace BitBuddy.Platform;

/// <summary>Tells a live process from a number that was given to another one since.</summary>
internal static class LiveProcess
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    private static readonly Lazy<DateTimeOffset> OwnStart = new(() =>
    {
        using var self = Process.GetCurrentProcess();
        return self.StartTime;
    });

    /// <summary>When this process started.</summary>
    public static DateTimeOffset Started => OwnStart.Value;

    /// <summary>True while the process of that number runs which started then.</summary>
    public static bool Is(int pid, DateTimeOffset started)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return (process.StartTime - started.LocalDateTime).Duration() < Slack;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }
}
