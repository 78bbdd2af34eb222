using System.Runtime.InteropServices;

namespace BitBuddy.Platform;

/// <summary>Lets a thread give way to everything else on the machine.</summary>
internal static class LowPriority
{
    private const int Nice = 15;
    private const int OfThread = 1;
    private const int Idle = 3 << 13;

    /// <summary>How that is done here; for <c>doctor</c>.</summary>
    public static string Means => Libc.IsHere ? "setpriority and ioprio_set of a thread" : "the thread's priority in .NET";

    /// <summary>From now on for this thread; there is no way back, so it must be the caller's own.</summary>
    public static void Enter()
    {
        if (!Libc.IsHere)
        {
            Thread.CurrentThread.Priority = ThreadPriority.Lowest;
            return;
        }

        // 0 is the calling thread; refused, it goes on as it is.
        _ = Libc.SetPriority(0, 0, Nice);
        _ = Libc.SystemCall(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 30 : 251, OfThread, 0, Idle);
    }
}
