using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace BitBuddy.Platform;

/// <summary>The kernel's clock of another process's work: all its threads, also those that have ended.</summary>
public static partial class ProcessorClock
{
    /// <summary>Milliseconds on a processor so far, to the nanosecond; null where no such process lives, or the system has no such clock.</summary>
    public static double? Of(int pid) =>
        OperatingSystem.IsLinux() && ClockOf(pid, out var clock) == 0 && Read(clock, out var time) == 0 ? time.Seconds * 1e3 + time.Nanoseconds / 1e6 : null;

    [LibraryImport("libc", EntryPoint = "clock_getcpuclockid")]
    [SupportedOSPlatform("linux")]
    private static partial int ClockOf(int pid, out int clock);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [SupportedOSPlatform("linux")]
    private static partial int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
