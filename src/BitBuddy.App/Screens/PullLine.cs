using System.Globalization;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.App.Screens;

/// <summary>A download on stderr: a changing line on a terminal, one line per 10 % in a pipe; all else that happens is a line of its own.</summary>
internal sealed class PullLine(Terminal terminal) : IDisposable
{
    private int _shown = -1;
    private string _kind = "";
    private bool _isDrawn;

    public void Draw(PullEvent one)
    {
        switch (one)
        {
            case PullEvent.Starting(var bytes, var total):
                Line(bytes > 0 ? $"Fetching {Said.Size(total)}, {Said.Size(bytes)} of them are here already." : $"Fetching {Said.Size(total)}.");
                break;
            case PullEvent.Progress(var bytes, var total, var speed, var left):
                Change("Fetching", bytes, total, $"{Said.Size(bytes)} of {Said.Size(total)}{(speed > 0 ? $", {Said.Size((long)speed)}/s" : "")}{(left is { } time ? $", {Time(time)} left" : "")}");
                break;
            case PullEvent.Waiting(var pid, var bytes, var total):
                Change($"Already being fetched by {(pid is { } number ? $"process {number.ToString(CultureInfo.InvariantCulture)}" : "another process")}, waiting", bytes, total ?? 0,
                    total is { } whole ? $"{Said.Size(bytes)} of {Said.Size(whole)}" : "it begins");
                break;
            case PullEvent.Verifying(var bytes, var total):
                Change("Checking", bytes, total, Said.Size(total));
                break;
            case PullEvent.Restarted(var why):
                Line($"{why.TrimEnd('.')}; fetching again.");
                break;
            case PullEvent.Retrying(var why, var when):
                Line($"{why} Trying again at {when.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}.");
                break;
            case PullEvent.Done:
                Clear();
                break;
        }
    }

    public void Dispose() => Clear();

    private void Change(string what, long bytes, long total, string detail)
    {
        var percent = total > 0 ? (int)(bytes * 100 / total) : 0;
        if (terminal.ErrorIsTerminal)
        {
            terminal.Err.Write($"\r{Display.Line($"{what}: {percent} %, {detail}")}\u001b[K");
            _isDrawn = true;
            return;
        }

        if (what == _kind && percent / 10 <= _shown)
            return;
        (_kind, _shown) = (what, percent / 10);
        terminal.Note($"{what}: {percent} %, {detail}");
    }

    private void Line(string text)
    {
        Clear();
        _shown = -1;
        terminal.Note(text);
    }

    private void Clear()
    {
        if (_isDrawn)
            terminal.Err.Write("\r\u001b[K");
        _isDrawn = false;
    }

    private static string Time(TimeSpan left) => left switch
    {
        { TotalSeconds: < 60 } => $"{Math.Ceiling(left.TotalSeconds):0} s",
        { TotalMinutes: < 60 } => $"{Math.Ceiling(left.TotalMinutes):0} min",
        _ => $"{(int)left.TotalHours} h {left.Minutes} min",
    };
}
