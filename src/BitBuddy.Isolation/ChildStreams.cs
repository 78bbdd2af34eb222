using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.Isolation;

/// <summary>A child's side of its pipes, out of the reach of anything that prints.</summary>
internal static partial class ChildStreams
{
    private const int Input = 0;
    private const int Output = 1;
    private const int Error = 2;
    private const int Hangup = 1;
    private const int Interrupt = 2;
    private const nint Ignore = 1;

    /// <summary>Ignores the signals of a terminal, moves the frames off descriptor 1 and points 1 at 2.</summary>
    public static (FileStream Requests, FileStream Answers) TakeOver()
    {
        if (OperatingSystem.IsWindows())
            return TakeOverWindows();
        signal(Interrupt, Ignore);
        signal(Hangup, Ignore);
        var answers = dup(Output);
        if (answers < 0 || dup2(Error, Output) < 0)
            throw new IOException("This process has no output; start it through the program.");
        return (Open(Input, FileAccess.Read), Open(answers, FileAccess.Write));
    }

    /// <summary>Ends the process at once: no finalizer, no handler, no native clean-up can hold it back.</summary>
    public static void Exit(int code)
    {
        if (OperatingSystem.IsWindows())
            _ = TerminateProcess(-1, (uint)code);
        else
            _exit(code);
    }

    private static FileStream Open(nint handle, FileAccess access) => new(new SafeFileHandle(handle, ownsHandle: true), access, bufferSize: 0);

    private static (FileStream Requests, FileStream Answers) TakeOverWindows()
    {
        _ = SetConsoleCtrlHandler(0, 1);
        var answers = _dup(Output);
        if (answers < 0 || _dup2(Error, Output) < 0)
            throw new IOException("This process has no output; start it through the program.");
        return (Open(_get_osfhandle(Input), FileAccess.Read), Open(_get_osfhandle(answers), FileAccess.Write));
    }

    [LibraryImport("libc")]
    private static partial nint signal(int number, nint handler);

    [LibraryImport("libc")]
    private static partial int dup(int descriptor);

    [LibraryImport("libc")]
    private static partial int dup2(int descriptor, int target);

    [LibraryImport("libc")]
    private static partial void _exit(int code);

    [LibraryImport("ucrtbase")]
    private static partial int _dup(int descriptor);

    [LibraryImport("ucrtbase")]
    private static partial int _dup2(int descriptor, int target);

    [LibraryImport("ucrtbase")]
    private static partial nint _get_osfhandle(int descriptor);

    [LibraryImport("kernel32")]
    private static partial int SetConsoleCtrlHandler(nint handler, int add);

    [LibraryImport("kernel32")]
    private static partial int TerminateProcess(nint process, uint code);
}
