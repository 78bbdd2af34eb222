using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.Platform;

/// <summary>
/// Hands open files to a child process over a pair of sockets that has no name; the child learns neither path nor name. Linux alone.
/// </summary>
internal sealed unsafe partial class FilePost : IDisposable
{
    private const int Unix = 1;
    private const int Sequenced = 5;
    private const int CloseOnExec = 0x80000;
    private const int SetDescriptorFlags = 2;
    private const int SocketLevel = 1;
    private const int Rights = 1;
    private const int NoSignal = 0x4000;
    private const int ReceiveClosedOnExec = 0x40000000;

    private readonly int _mine;
    private int _other;

    private FilePost(int mine, int other) => (_mine, _other) = (mine, other);

    /// <summary>True where files can be handed over.</summary>
    public static bool IsHere => Libc.IsHere;

    /// <summary>The number by which the child knows its end.</summary>
    public int Number => _other;

    /// <exception cref="BuddyException">The system gives none.</exception>
    public static FilePost Create()
    {
        var pair = stackalloc int[2];
        return socketpair(Unix, Sequenced | CloseOnExec, 0, pair) == 0
            ? new FilePost(pair[0], pair[1])
            : throw new BuddyException("The system gives no way to hand files over, so only plain text can be read; close some programs and try again.");
    }

    /// <summary>From now on a child inherits the other end.</summary>
    public void LetInherit() => _ = fcntl(_other, SetDescriptorFlags, 0);

    /// <summary>The child has the other end: here it is closed, so that the child's end is heard of.</summary>
    public void CloseOther()
    {
        if (_other >= 0)
            _ = Libc.Close(_other);
        _other = -1;
    }

    /// <summary>Hands an open file over with a byte about it; false where the child is gone.</summary>
    public bool Send(SafeFileHandle file, byte word)
    {
        var isAdded = false;
        file.DangerousAddRef(ref isAdded);
        try
        {
            var rights = new Control { Length = Control.Used, Level = SocketLevel, Kind = Rights, Descriptor = (int)file.DangerousGetHandle() };
            var bytes = new Bytes { Start = &word, Length = 1 };
            var message = Message.Of(&bytes, &rights);
            return sendmsg(_mine, &message, NoSignal) == 1;
        }
        finally
        {
            file.DangerousRelease();
        }
    }

    /// <summary>In the child: the next file and the byte about it; null when the parent is gone.</summary>
    public static (SafeFileHandle File, byte Word)? Receive(int number)
    {
        byte word = 0;
        var rights = new Control { Descriptor = -1 };
        var bytes = new Bytes { Start = &word, Length = 1 };
        var message = Message.Of(&bytes, &rights);
        return recvmsg(number, &message, ReceiveClosedOnExec) == 1 && rights is { Kind: Rights, Descriptor: >= 0 and var file }
            ? (new SafeFileHandle(file, ownsHandle: true), word)
            : null;
    }

    public void Dispose()
    {
        CloseOther();
        _ = Libc.Close(_mine);
    }

    [LibraryImport("libc")]
    private static partial int socketpair(int domain, int type, int protocol, int* pair);

    [LibraryImport("libc")]
    private static partial int fcntl(int descriptor, int command, nint value);

    [LibraryImport("libc")]
    private static partial nint sendmsg(int socket, Message* message, int flags);

    [LibraryImport("libc")]
    private static partial nint recvmsg(int socket, Message* message, int flags);

    /// <summary>struct iovec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Bytes
    {
        public byte* Start;
        public nuint Length;
    }

    /// <summary>struct cmsghdr with one descriptor, padded as the system wants it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Control
    {
        public const int Used = 20;
        public nuint Length;
        public int Level;
        public int Kind;
        public int Descriptor;
        public int Padding;
    }

    /// <summary>struct msghdr.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public void* Name;
        public nint NameLength;
        public Bytes* Parts;
        public nuint PartCount;
        public Control* Control;
        public nuint ControlLength;
        public nint Flags;

        public static Message Of(Bytes* bytes, Control* control) =>
            new() { Parts = bytes, PartCount = 1, Control = control, ControlLength = (nuint)sizeof(Control) };
    }
}
