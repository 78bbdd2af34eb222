namespace BitBuddy.Brains;

/// <summary>How fast a download goes, over its last seconds.</summary>
internal sealed class PullSpeed(TimeProvider clock)
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    private readonly Queue<(long At, long Bytes)> _marks = new();
    private long _told = clock.GetTimestamp();
    private long _toldPercent = -1;

    /// <summary>The next thing to tell; null where it is too soon for one.</summary>
    public PullEvent.Progress? Next(long bytes, long total)
    {
        var now = clock.GetTimestamp();
        var percent = bytes * 100 / total;
        if (percent == _toldPercent && clock.GetElapsedTime(_told, now) < Step)
            return null;
        (_told, _toldPercent) = (now, percent);
        _marks.Enqueue((now, bytes));
        while (_marks.Count > 2 && clock.GetElapsedTime(_marks.Peek().At, now) > Span)
            _marks.Dequeue();
        var (at, from) = _marks.Peek();
        var seconds = clock.GetElapsedTime(at, now).TotalSeconds;
        var speed = seconds > 0 ? Math.Max(0, bytes - from) / seconds : 0;
        return new(bytes, total, speed, speed > 0 ? TimeSpan.FromSeconds(Math.Min((total - bytes) / speed, TimeSpan.FromDays(365).TotalSeconds)) : null);
    }

    /// <summary>What was measured is over.</summary>
    public void Forget() => _marks.Clear();
}
