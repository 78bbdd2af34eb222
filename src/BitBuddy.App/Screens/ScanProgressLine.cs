using BitBuddy.Files;

namespace BitBuddy.App.Screens;

/// <summary>Progress of a scan on stderr: one line that changes on a terminal, a line every few seconds in a pipe.</summary>
internal sealed class ScanProgressLine(Terminal terminal, TimeProvider clock) : IProgress<ScanProgress>, IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan InPipe = TimeSpan.FromSeconds(5);

    private readonly long _begun = clock.GetTimestamp();
    private TimeSpan _next = terminal.ErrorIsTerminal ? OnTerminal : InPipe;
    private bool _drawn;

    public void Report(ScanProgress value)
    {
        var elapsed = clock.GetElapsedTime(_begun);
        if (elapsed < _next)
            return;
        _next = elapsed + (terminal.ErrorIsTerminal ? OnTerminal : InPipe);
        var text = $"Looking through your files: {value.Files:N0} files, {value.Folders:N0} folders";
        if (terminal.ErrorIsTerminal)
            terminal.Err.Write($"\r{text}");
        else
            terminal.Note(text);
        _drawn = true;
    }

    public void Dispose()
    {
        if (_drawn && terminal.ErrorIsTerminal)
            terminal.Err.Write("\r\u001b[K");
    }
}
