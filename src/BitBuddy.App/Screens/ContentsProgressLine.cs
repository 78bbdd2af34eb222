using BitBuddy.Files.Contents;

namespace BitBuddy.App.Screens;

/// <summary>Progress of reading contents on stderr, as <see cref="ScanProgressLine"/>.</summary>
internal sealed class ContentsProgressLine(Terminal terminal, TimeProvider clock) : IProgress<ContentsProgress>, IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan InPipe = TimeSpan.FromSeconds(5);

    private readonly long _begun = clock.GetTimestamp();
    private TimeSpan _next = terminal.ErrorIsTerminal ? OnTerminal : InPipe;
    private bool _drawn;

    public void Report(ContentsProgress value)
    {
        var elapsed = clock.GetElapsedTime(_begun);
        if (elapsed < _next)
            return;
        _next = elapsed + (terminal.ErrorIsTerminal ? OnTerminal : InPipe);
        var left = value.Done > 0 ? elapsed / value.Done * value.Left : TimeSpan.Zero;
        var text = $"Reading what stands in your files: {value.Done:N0} read, {value.Left:N0} to go{(left.TotalSeconds >= 1 ? $", about {Said(left)}" : "")}";
        if (terminal.ErrorIsTerminal)
            terminal.Err.Write($"\r{text}\u001b[K");
        else
            terminal.Note(text);
        _drawn = true;
    }

    public void Dispose()
    {
        if (_drawn && terminal.ErrorIsTerminal)
            terminal.Err.Write("\r\u001b[K");
    }

    private static string Said(TimeSpan time) => time.TotalMinutes < 2 ? $"{time.TotalSeconds:0} s" : $"{time.TotalMinutes:0} min";
}
