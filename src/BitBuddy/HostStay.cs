using System.Threading.Channels;
using BitBuddy.Brains;

namespace BitBuddy;

/// <summary>While a host stays: it is listed in <c>run/</c>, and heeds requests of other processes to wake its brain or let it sleep.</summary>
public sealed class HostStay : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly RunFolder _run;
    private readonly BrainLife? _life;
    private readonly Func<CancellationToken, Task> _wake;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _left = new();

    // Holds one at most: what changes while it is written is written once more.
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Task _listing = Task.CompletedTask;
    private readonly Task _heeding = Task.CompletedTask;
    private readonly bool _isListed;

    /// <param name="wake">Gets the brain ready, by the user's own wish.</param>
    internal HostStay(RunFolder run, BrainLife? life, Func<CancellationToken, Task> wake, TimeProvider clock)
    {
        (_run, _life, _wake, _clock) = (run, life, wake, clock);
        _isListed = run.TryEnter(life?.Status ?? new BrainStatus(BrainState.Absent, null, clock.GetUtcNow()));
        if (life is null || !_isListed)
            return;
        life.Changed += Note;
        Note();
        _listing = Task.Run(() => ListAsync(life));
        _heeding = Task.Run(() => HeedAsync(life));
    }

    public async ValueTask DisposeAsync()
    {
        if (_left.IsCancellationRequested)
            return;
        if (_life is not null)
            _life.Changed -= Note;
        await _left.CancelAsync();
        _changes.Writer.TryComplete();
        await _heeding;
        await _listing;
        if (_isListed)
            _run.Leave();
        _left.Dispose();
    }

    // On the loop that wakes the brain: nothing is written here.
    private void Note() => _changes.Writer.TryWrite(true);

    private async Task ListAsync(BrainLife life)
    {
        await foreach (var _ in _changes.Reader.ReadAllAsync())
            _run.TryEnter(life.Status);
    }

    private async Task HeedAsync(BrainLife life)
    {
        using var timer = new PeriodicTimer(Tick, _clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_left.Token))
            {
                if (_run.TakeSleepRequest())
                    _ = life.SleepAsync();
                if (_run.TakeWakeRequest())
                    _ = _wake(_left.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The host left.
        }
    }
}
