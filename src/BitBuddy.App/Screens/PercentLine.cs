namespace BitBuddy.App.Screens;

/// <summary>Progress of checking a large file on stderr: a changing line on a terminal, one line per 10 % in a pipe.</summary>
internal sealed class PercentLine(Terminal terminal, string what) : IProgress<double>, IDisposable
{
    private int _shown;

    public void Report(double value)
    {
        var percent = (int)(value * 100);
        var step = terminal.ErrorIsTerminal ? 1 : 10;
        if (percent < _shown + step || percent >= 100)
            return;
        _shown = percent / step * step;
        if (terminal.ErrorIsTerminal)
            terminal.Err.Write($"\r{Display.Line(what)}: {_shown} %");
        else
            terminal.Note($"{what}: {_shown} %");
    }

    public void Dispose()
    {
        if (_shown > 0 && terminal.ErrorIsTerminal)
            terminal.Err.Write("\r\u001b[K");
    }
}
