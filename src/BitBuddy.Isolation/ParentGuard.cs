using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BitBuddy.Isolation;

/// <summary>What the parent sees to so that a child gets only what it is given and ends with its parent.</summary>
internal static unsafe partial class ParentGuard
{
    private static readonly Lazy<nint> Job = new(CreateJob);
    private static readonly Lock Starting = new();

    /// <summary>Starts a child that inherits nothing but its three streams, and what <paramref name="inherited"/> opens to be inherited.</summary>
    /// <param name="inherited">Called where no other child is being started; what it opens is closed again by the caller.</param>
    public static Process Start(ProcessStartInfo start, Action? inherited = null)
    {
        lock (Starting)
        {
            HideDescriptors();
            inherited?.Invoke();
            var process = Process.Start(start)!;
            HideDescriptors();
            EndWithParent(process);
            return process;
        }
    }

    /// <summary>
    /// On Linux: no child started from now on inherits a descriptor above the first three. The runtime's own are never
    /// inherited, but this process may have got others from whoever started it.
    /// </summary>
    private static void HideDescriptors()
    {
        const nint CloseRange = 436;
        const nuint First = 3;
        const nuint CloseOnExec = 4;
        // Refused by kernels before 5.11.
        if (OperatingSystem.IsLinux())
            _ = syscall(CloseRange, First, uint.MaxValue, CloseOnExec);
    }

    /// <summary>On Windows: the system ends the child when this process is gone, however it went.</summary>
    private static void EndWithParent(Process child)
    {
        if (!OperatingSystem.IsWindows())
            return;
        try
        {
            _ = AssignProcessToJobObject(Job.Value, child.Handle);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    // The job is never closed: that is what the end of this process does.
    private static nint CreateJob()
    {
        const int ExtendedLimits = 9;
        const uint KillOnClose = 0x2000;
        var job = CreateJobObjectW(0, 0);
        var limits = new JobLimits { Flags = KillOnClose };
        _ = SetInformationJobObject(job, ExtendedLimits, &limits, (uint)sizeof(JobLimits));
        return job;
    }

    [LibraryImport("libc")]
    private static partial nint syscall(nint number, nuint first, nuint last, nuint flags);

    [LibraryImport("kernel32")]
    private static partial nint CreateJobObjectW(nint attributes, nint name);

    [LibraryImport("kernel32")]
    private static partial int SetInformationJobObject(nint job, int kind, JobLimits* limits, uint size);

    [LibraryImport("kernel32")]
    private static partial int AssignProcessToJobObject(nint job, nint process);

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION of a 64-bit process.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct JobLimits
    {
        [FieldOffset(16)]
        public uint Flags;
    }
}
