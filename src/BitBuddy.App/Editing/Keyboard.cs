using System.Runtime.InteropServices;
using System.Threading.Channels;
using BitBuddy.App.Screens;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.App.Editing;

/// <summary>
/// The terminal's keys, one by one and not echoed, read on a thread of its own, so that keys typed during a reply wait for the next
/// prompt. The terminal is given back as it was, whatever ends the program.
/// </summary>
internal sealed class Keyboard : IDisposable
{
    // Pastes in brackets; on leaving also the keypad's plain mode, which the runtime changed.
    private const string Begin = "\e[?2004h";
    private const string End = "\e[?2004l\e[?1l\e>";

    private readonly Terminal _terminal;
    private readonly KeyQueue _keys = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private volatile bool _interrupted;

    private Keyboard(Terminal terminal)
    {
        _terminal = terminal;
        // For good: an exception that nobody catches is told of after everything was disposed of.
        AppDomain.CurrentDomain.UnhandledException += Broken;
        // Signals that are heeded still do what they do, and the runtime then restores the terminal's state.
        Heed(PosixSignal.SIGTERM, Leave);
        Heed(PosixSignal.SIGHUP, Leave);
        Heed(PosixSignal.SIGQUIT, Leave);
        if (!OperatingSystem.IsWindows())
        {
            // Not SIGTSTP: one that is heeded stops nothing.
            Heed(PosixSignal.SIGCONT, Resume);
            Heed(PosixSignal.SIGWINCH, () => _keys.TrySend(Edit.Redraw));
            // The runtime then reads key by key without echo, keeps Ctrl-C a signal, and restores the terminal when the program exits
            // or is continued. Console.ReadKey does the same, but breaks a letter or a sequence that two reads share.
            Console.TreatControlCAsInput = false;
        }

        Write(Begin);
        new Thread(Read) { IsBackground = true, Name = "keys" }.Start();
    }

    public ChannelReader<Key> Keys => _keys;

    /// <summary>The keyboard of a terminal where lines can be edited; null in a pipe and on a terminal without escape codes.</summary>
    public static Keyboard? Of(Terminal terminal) =>
        terminal is { InputIsTerminal: true, ErrorIsTerminal: true } && Understands(terminal) ? new Keyboard(terminal) : null;

    /// <summary>Columns of the screen.</summary>
    public static int Width() => Console.WindowWidth is > 0 and var width ? width : 80;

    /// <summary>Ctrl-C was pressed at the prompt.</summary>
    public void Interrupt()
    {
        _interrupted = true;
        _keys.TrySend(Edit.Interrupt);
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        Write(End);
    }

    private static bool Understands(Terminal terminal) => OperatingSystem.IsWindows()
        ? terminal.Screen.Profile.Capabilities.Ansi
        : Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    private void Read()
    {
        try
        {
            if (OperatingSystem.IsWindows())
                ReadConsole();
            else
                ReadBytes();
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            // The terminal is gone; nobody types any more.
        }

        _keys.Send([new Key(Edit.Closed)]);
    }

    private void ReadBytes()
    {
        using var input = new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        var (decoder, bytes) = (new KeyDecoder(), new byte[4096]);
        while (input.Read(bytes) is > 0 and var count)
        {
            // Ctrl-C is also the way out of a paste whose end was lost.
            if (_interrupted)
                decoder = new KeyDecoder();
            _interrupted = false;
            if (decoder.Decode(bytes.AsSpan(0, count)) is [_, ..] read)
                _keys.Send(read);
        }
    }

    private void ReadConsole()
    {
        while (true)
        {
            if (KeyMap.Windows(Console.ReadKey(intercept: true)) is { } key)
                _keys.Send([key]);
        }
    }

    private void Heed(PosixSignal signal, Action act) => _signals.Add(PosixSignalRegistration.Create(signal, _ => act()));

    private void Resume()
    {
        Write(Begin);
        _keys.TrySend(Edit.Redraw);
    }

    private void Leave() => Write($"{End}\r\n");

    private void Broken(object sender, UnhandledExceptionEventArgs e)
    {
        Write($"{End}\r\n{Display.Block($"Bit Buddy broke: {e.ExceptionObject}")}\n");
        // An exit restores the terminal's state; a crash does not.
        Environment.Exit((int)ExitCode.Failed);
    }

    private void Write(string codes)
    {
        try
        {
            _terminal.Err.Write(codes);
        }
        catch (IOException)
        {
            // The terminal went away; there is nothing to restore.
        }
    }
}
