using System.Threading.Channels;

namespace BitBuddy.Brains;

/// <summary>
/// One brain's life: woken on first need, kept while it is used, ended with all its memory. One loop owns all of it
/// (<see cref="BrainKeeper"/>); whoever wants something posts a wish, and each wish ends in an awake brain or a sentence before its
/// deadline. A waking whose question was cancelled is brought to its end: the next question comes soon.
/// </summary>
public sealed class BrainLife : IAsyncDisposable
{
    /// <summary>Longest wait for an awake brain, all told.</summary>
    public static readonly TimeSpan WakeDeadline = TimeSpan.FromSeconds(90);

    /// <summary>Longest wait for a reply to end when sleep or another brain is wanted; then it is cut off.</summary>
    public static readonly TimeSpan DrainDeadline = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly Channel<Action> _posted = Channel.CreateUnbounded<Action>(new() { SingleReader = true });
    private readonly Func<BrainSettings> _settings;
    private readonly TimeProvider _clock;
    private readonly BrainKeeper _keeper;
    private readonly Lock _begin = new();
    private ITimer? _timer;
    private Task? _loop;
    private volatile BrainStatus _status;

    public BrainLife(BrainStore store, BrainLoader load, Func<BrainSettings> settings, TimeProvider clock)
    {
        (_settings, _clock) = (settings, clock);
        _keeper = new BrainKeeper(store, load, clock, Post);
        _status = _keeper.Status();
    }

    public BrainStatus Status => _status;

    public BrainState State => _status.State;

    /// <summary>Raised by the loop after each change of <see cref="Status"/>; who listens must be quick.</summary>
    public event Action? Changed;

    /// <summary>The brain, awake, until the lease is disposed. Another one, or the same with other settings, is let go first.</summary>
    /// <param name="keepAlive">How long it stays awake afterwards; null: as the settings say.</param>
    /// <exception cref="BuddyException">It cannot be had; the sentence says why.</exception>
    public async Task<BrainLease> TakeAsync(KnownBrain brain, BrainNeed need, KeepAlive? keepAlive, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var settings = _settings();
        var kept = keepAlive ?? settings.KeepAlive;
        var wish = new BrainWish(brain, settings, need, kept.After(need), After(WakeDeadline));
        if (!TryPost(() => _keeper.Add(wish)))
            throw new BuddyException("The brain has been ended, because the program leaves.");
        await using var cancelled = cancellationToken.Register(() => Post(() => _keeper.Withdraw(wish, cancellationToken)));
        return (await wish.Over)!;
    }

    /// <summary>Which brain is chosen; null for none.</summary>
    public void Settle(KnownBrain? brain)
    {
        lock (_begin)
        {
            // Nobody wanted a brain yet: no thread is begun for one that may never be needed.
            if (_loop is null)
            {
                _keeper.Settle(brain, Sleep());
                Tell();
                return;
            }
        }

        Post(() => _keeper.Settle(brain, Sleep()));
    }

    /// <summary>The user wants the brain tried again, whatever it did before.</summary>
    public void Forgive() => Post(_keeper.Forgive);

    /// <summary>Lets the brain sleep when those who asked before have their reply; completes when its process is gone.</summary>
    /// <exception cref="BuddyException">Its process does not end.</exception>
    public Task SleepAsync()
    {
        var wish = Sleep();
        return TryPost(() => _keeper.Add(wish)) ? wish.Over : Task.CompletedTask;
    }

    /// <summary>Ends the brain at once.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_begin)
        {
            if (_loop is null)
            {
                _posted.Writer.Complete();
                return;
            }
        }

        Post(_keeper.Close);
        // A process that cannot be ended must not hold the program back; it ends with its input.
        await Task.WhenAny(_loop!, Task.Delay(EndDeadline, _clock));
        if (_timer is not null)
            await _timer.DisposeAsync();
    }

    private async Task RunAsync()
    {
        await foreach (var posted in _posted.Reader.ReadAllAsync())
        {
            try
            {
                posted();
                Arm(_keeper.Step());
                Tell();
            }
            catch (Exception e)
            {
                // Ours or a listener's fault: the loop must outlive it, for all wait for it.
                _keeper.Break(Display.Line(e.Message));
            }

            if (_keeper.IsOver)
                _posted.Writer.TryComplete();
        }
    }

    private BrainWish Sleep() => new(null, new BrainSettings(), BrainNeed.Wake, null, After(WakeDeadline + DrainDeadline));

    private void Post(Action act) => TryPost(act);

    private bool TryPost(Action act)
    {
        lock (_begin)
            _loop ??= RunAsync();
        return _posted.Writer.TryWrite(act);
    }

    private void Tell()
    {
        var now = _keeper.Status();
        if (now == _status)
            return;
        _status = now;
        Changed?.Invoke();
    }

    private void Arm(long next)
    {
        if (next == long.MaxValue)
        {
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var wait = TimeSpan.FromSeconds((double)(next - _clock.GetTimestamp()) / _clock.TimestampFrequency);
        _timer ??= _clock.CreateTimer(_ => Post(() => { }), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // A timer may come a little early: never twice within a millisecond.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Clamp(Math.Ceiling(wait.TotalMilliseconds), 1, LongestTimer.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    private long After(TimeSpan time) => _clock.GetTimestamp() + (long)(time.TotalSeconds * _clock.TimestampFrequency);
}
