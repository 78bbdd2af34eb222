namespace BitBuddy.Brains;

/// <summary>Cancels a wait on the net in which hardly anything comes.</summary>
internal sealed class StallWatch : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    /// <summary>The least that must come in each window.</summary>
    private const int Least = 16 * 1024;

    private readonly CancellationTokenSource _stalled = new();
    private readonly CancellationTokenSource _any;
    private readonly ITimer _timer;
    private long _seen;

    public StallWatch(TimeProvider clock, CancellationToken cancellationToken)
    {
        _any = CancellationTokenSource.CreateLinkedTokenSource(_stalled.Token, cancellationToken);
        _timer = clock.CreateTimer(_ => Look(), null, Window, Window);
    }

    /// <summary>Cancelled by a stall, or by the caller.</summary>
    public CancellationToken Token => _any.Token;

    public bool HasStalled => _stalled.IsCancellationRequested;

    public void Saw(int bytes) => Interlocked.Add(ref _seen, bytes);

    public void Dispose()
    {
        _timer.Dispose();
        _any.Dispose();
        _stalled.Dispose();
    }

    private void Look()
    {
        try
        {
            if (Interlocked.Exchange(ref _seen, 0) < Least)
                _stalled.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was over in this moment.
        }
    }
}
