namespace BitBuddy.App.Screens;

/// <summary>Progress of long work on stderr: one line that changes on a terminal, a line every few seconds in a pipe.</summary>
internal sealed class TimedLine(Terminal terminal, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan InPipe = TimeSpan.FromSeconds(5);

    private readonly long _begun = clock.GetTimestamp();
    private TimeSpan _next = terminal.ErrorIsTerminal ? OnTerminal : InPipe;
    private bool _drawn;

    /// <summary>Shows the text when it is time again.</summary>
    /// <param name="text">Made of the time since the beginning; called only when it is shown.</param>
    public void Show(Func<TimeSpan, string> text)
    {
        var elapsed = clock.GetElapsedTime(_begun);
        if (elapsed < _next)
            return;
        _next = elapsed + (terminal.ErrorIsTerminal ? OnTerminal : InPipe);
        if (terminal.ErrorIsTerminal)
            terminal.Err.Write($"\r{text(elapsed)}\u001b[K");
        else
            terminal.Note(text(elapsed));
        _drawn = true;
    }

    /// <summary>A time as it is said: "12 s", "5 min".</summary>
    public static string Said(TimeSpan time) => time.TotalMinutes < 2 ? $"{Math.Ceiling(time.TotalSeconds):0} s" : $"{time.TotalMinutes:0} min";

    public void Dispose()
    {
        if (_drawn && terminal.ErrorIsTerminal)
            terminal.Err.Write("\r\u001b[K");
    }
}
