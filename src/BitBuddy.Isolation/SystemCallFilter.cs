using System.Runtime.InteropServices;

namespace BitBuddy.Isolation;

/// <summary>Has Linux refuse, with "not permitted", the calls that reach a network, another program, another process or a file; for good.</summary>
internal static unsafe partial class SystemCallFilter
{
    private const int SetModeFilter = 1;
    private const nuint SynchronizeThreads = 1;

    // The instructions of a classic packet filter that are needed, and what they may return.
    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfGreaterOrEqual = 0x35;
    private const ushort Return = 0x06;
    private const uint Allow = 0x7fff0000;
    private const uint NotPermitted = 0x00050001;

    // Where the kernel puts the call's number and the processor's architecture.
    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;

    /// <summary>The kernel's numbers of one architecture.</summary>
    private sealed record Calls(uint Architecture, nint Seccomp, uint[] Refused, uint[] Changing, uint[] Opening);

    // socket, socketpair, connect, bind, listen, accept, accept4, execve, execveat, ptrace, process_vm_readv, process_vm_writev; and the
    // ways around them: io_uring_setup, pidfd_getfd. Then creat, truncate, mkdir, rmdir, unlink, rename, link, symlink, mknod, chmod, chown
    // and kill in all their forms; then open, openat, openat2, open_by_handle_at.
    private static readonly Calls X64 = new(0xc000003e, 317, [41, 53, 42, 49, 50, 43, 288, 59, 322, 101, 310, 311, 425, 438],
        [85, 76, 77, 83, 258, 84, 87, 263, 82, 264, 316, 86, 265, 88, 266, 133, 259, 90, 91, 268, 452, 92, 93, 94, 260, 62], [2, 257, 437, 304]);
    private static readonly Calls Arm64 = new(0xc00000b7, 277, [198, 199, 203, 200, 201, 202, 242, 221, 281, 117, 270, 271, 425, 438],
        [45, 46, 34, 35, 38, 276, 37, 36, 33, 52, 53, 452, 54, 55, 129], [56, 437, 265]);

    // On x64 the same calls have second numbers, from here on.
    private const uint SecondNumbers = 0x40000000;

    /// <summary>Needs no rights where the thread gave up gaining new ones.</summary>
    /// <param name="everyThread">Else the calling thread, and those it starts.</param>
    /// <returns>Whether the filter is in force.</returns>
    public static bool Install(bool everyThread) =>
        Of() is { } calls && Install(Write(calls.Architecture, calls.Refused), calls.Seccomp, everyThread);

    /// <summary>Refuses every thread, besides, to change files and to end processes, and (unless it may) to open anything.</summary>
    public static bool InstallWithoutFiles(bool mayOpen) =>
        Of() is { } calls && Install(Write(calls.Architecture, mayOpen ? calls.Changing : [.. calls.Changing, .. calls.Opening]), calls.Seccomp, everyThread: true);

    private static Calls? Of() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => X64,
        Architecture.Arm64 => Arm64,
        _ => null,
    };

    private static bool Install(Instruction[] instructions, nint seccomp, bool everyThread)
    {
        fixed (Instruction* first = instructions)
        {
            var program = new Program { Length = (ushort)instructions.Length, First = first };
            return syscall(seccomp, SetModeFilter, everyThread ? SynchronizeThreads : 0, &program) == 0;
        }
    }

    private static Instruction[] Write(uint architecture, uint[] refused)
    {
        var refuse = refused.Length + 5;
        var program = new List<Instruction>
        {
            new(Load, 0, 0, ArchitectureOffset),
            new(JumpIfEqual, 0, (byte)(refuse - 2), architecture),
            new(Load, 0, 0, NumberOffset),
            new(JumpIfGreaterOrEqual, (byte)(refuse - 4), 0, SecondNumbers),
        };
        foreach (var number in refused)
            program.Add(new Instruction(JumpIfEqual, (byte)(refuse - program.Count - 1), 0, number));
        program.Add(new Instruction(Return, 0, 0, Allow));
        program.Add(new Instruction(Return, 0, 0, NotPermitted));
        return [.. program];
    }

    [LibraryImport("libc")]
    private static partial nint syscall(nint number, nint operation, nuint flags, Program* program);

    /// <summary>Jumps count the instructions to leave out.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    [StructLayout(LayoutKind.Sequential)]
    private struct Program
    {
        public ushort Length;
        public Instruction* First;
    }
}
