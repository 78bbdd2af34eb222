using BitBuddy.Conversation;
using BitBuddy.Files;

namespace BitBuddy.App.Screens;

/// <summary>Progress of looking into files on stderr: one line that changes on a terminal, a line every few seconds in a pipe.</summary>
internal sealed class InsightProgressLine(Terminal terminal, TimeProvider clock) : IProgress<InsightProgress>
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan InPipe = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private long? _begun;
    private TimeSpan _next;
    private bool _drawn;

    public void Report(InsightProgress value)
    {
        lock (_lock)
        {
            _begun ??= clock.GetTimestamp();
            var elapsed = clock.GetElapsedTime(_begun.Value);
            if (elapsed < _next)
                return;
            _next = elapsed + (terminal.ErrorIsTerminal ? OnTerminal : InPipe);
            var read = value.Bytes > 0 ? $", {Said.Size(value.Bytes)} read" : "";
            var text = $"Looking into files: {Said.Number(value.Done)} of {Said.Number(value.Total)}{read}";
            if (terminal.ErrorIsTerminal)
                terminal.Err.Write($"\r{text}\u001b[K");
            else if (elapsed > TimeSpan.Zero)
                terminal.Note(text);
            _drawn = true;
        }
    }

    /// <summary>The line is gone; what is drawn next begins anew.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            if (_drawn && terminal.ErrorIsTerminal)
                terminal.Err.Write("\r\u001b[K");
            _drawn = false;
        }
    }
}
