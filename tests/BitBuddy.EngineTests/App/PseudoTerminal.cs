using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.EngineTests.App;

/// <summary>A terminal of Linux with a size and a state, its screen's other end held by the test: bytes are typed, output is read.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    private const int OpenBoth = 2;
    // Neither our controlling terminal nor inherited by anybody.
    private const int NotOurs = 0x80100;
    private const nuint SetWindowSize = 0x5414;

    private readonly FileStream _keys;
    // Held open so that the terminal and its state outlive the app.
    private readonly SafeFileHandle _held;
    private readonly StringBuilder _seen = new();
    private readonly string _path;
    private int _readTo;

    public PseudoTerminal(int columns = 80)
    {
        var pair = PosixOpenpt(OpenBoth | NotOurs);
        var name = new byte[64];
        Assert.True(pair >= 0 && Grantpt(pair) == 0 && Unlockpt(pair) == 0 && PtsnameR(pair, name, (nuint)name.Length) == 0, "No pseudo-terminal.");
        _path = Encoding.ASCII.GetString(name).TrimEnd('\0');
        _held = new SafeFileHandle(Open(_path, OpenBoth | NotOurs), ownsHandle: true);
        _keys = new FileStream(new SafeFileHandle(pair, ownsHandle: true), FileAccess.ReadWrite, bufferSize: 0);
        new Thread(Watch) { IsBackground = true }.Start();
        Resize(columns);
    }

    /// <summary>All that came to the screen.</summary>
    public string Seen
    {
        get
        {
            lock (_seen)
                return _seen.ToString();
        }
    }

    /// <summary>The row of the prompt as it was drawn last; | is the cursor.</summary>
    public string Row => Rows().Matches(Seen) is [.., var last] ? $"{last.Groups[1]}|{last.Groups[2]}" : "";

    /// <summary>What <c>stty</c> says of it.</summary>
    public string State
    {
        get
        {
            using var stty = Process.Start(new ProcessStartInfo("/usr/bin/stty", ["-a", "-F", _path]) { RedirectStandardOutput = true })!;
            return stty.StandardOutput.ReadToEnd();
        }
    }

    public static void IsNeeded()
    {
        Machine.NeedsLinux();
        Assert.SkipUnless(File.Exists("/usr/bin/setsid") && File.Exists("/usr/bin/stty"), "NOT TESTED: needs setsid and stty.");
    }

    /// <summary>Starts a program of this machine in a session of its own on the terminal.</summary>
    public Process Start(AppHome home, string script = "exec \"$APP\" chat", string kind = "xterm-256color") =>
        home.StartProgram("/usr/bin/setsid", "/usr/bin/env", $"TERM={kind}", "/bin/sh", "-c", $"exec <>{_path} >&0 2>&0; {script}");

    public void Type(string text) => _keys.Write(Encoding.UTF8.GetBytes(text));

    public void Type(ReadOnlySpan<byte> bytes) => _keys.Write(bytes);

    public void Resize(int columns)
    {
        var size = (ushort[])[24, (ushort)columns, 0, 0];
        Assert.Equal(0, Ioctl((int)_keys.SafeFileHandle.DangerousGetHandle(), SetWindowSize, size));
    }

    /// <summary>Waits for a text on the screen after the one that was waited for last.</summary>
    public async Task<string> ReadUntilAsync(string mark)
    {
        try
        {
            await Machine.UntilAsync(() => Seen.IndexOf(mark, _readTo, StringComparison.Ordinal) >= 0, mark);
        }
        catch (Xunit.Sdk.TrueException e)
        {
            throw new TimeoutException($"{e.Message} But: {Seen[_readTo..].Replace("\e", "ESC", StringComparison.Ordinal)}");
        }

        var (from, to) = (_readTo, Seen.IndexOf(mark, _readTo, StringComparison.Ordinal) + mark.Length);
        _readTo = to;
        return Seen[from..to];
    }

    /// <summary>Waits until the prompt shows this; | is the cursor.</summary>
    public async Task UntilRowAsync(string row)
    {
        try
        {
            await Machine.UntilAsync(() => Row == row, $"the prompt shows {row}");
        }
        catch (Xunit.Sdk.TrueException e)
        {
            throw new TimeoutException($"{e.Message} But: {Row}");
        }
    }

    public void Dispose()
    {
        _held.Dispose();
        _keys.Dispose();
    }

    private void Watch()
    {
        var (decoder, bytes, text) = (Encoding.UTF8.GetDecoder(), new byte[4096], new char[4097]);
        try
        {
            // A read that waits would keep the terminal from going away.
            while (Wait() && _keys.Read(bytes) is > 0 and var count)
            {
                var length = decoder.GetChars(bytes, 0, count, text, 0);
                lock (_seen)
                    _seen.Append(text, 0, length);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Nobody holds the terminal any more.
        }
    }

    private bool Wait()
    {
        var poll = new PollDescriptor { Descriptor = (int)_keys.SafeFileHandle.DangerousGetHandle(), Events = 1 };
        while (!_keys.SafeFileHandle.IsClosed && Poll(ref poll, 1, 20) == 0)
            poll.Happened = 0;
        return !_keys.SafeFileHandle.IsClosed;
    }

    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }

    [GeneratedRegex(@"\r\e\[\?7l(.*?)\e7(.*?)\e\[K\e8\e\[\?7h")]
    private static partial Regex Rows();

    [LibraryImport("libc", EntryPoint = "posix_openpt")]
    private static partial int PosixOpenpt(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt")]
    private static partial int Grantpt(int descriptor);

    [LibraryImport("libc", EntryPoint = "unlockpt")]
    private static partial int Unlockpt(int descriptor);

    [LibraryImport("libc", EntryPoint = "ptsname_r")]
    private static partial int PtsnameR(int descriptor, [Out] byte[] name, nuint length);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PollDescriptor descriptor, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Ioctl(int descriptor, nuint request, [In] ushort[] size);
}
