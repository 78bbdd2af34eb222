using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>
/// Owns all state of a brain's life. Every member runs in the one loop of <see cref="BrainLife"/>, one after the other, and none waits:
/// what takes time is a task that comes back through <paramref name="post"/>. After each of them <see cref="Step"/> does what can be done
/// now. There is never more than one engine: another one is started when the last has ended.
/// </summary>
internal sealed class BrainKeeper(BrainStore store, BrainLoader load, TimeProvider clock, Action<Action> post)
{
    private readonly List<BrainWish> _wishes = [];
    private readonly BrainFailures _failures = new(clock);
    private BrainEngine? _engine;
    private KnownBrain? _settled;
    private DateTimeOffset _since = clock.GetUtcNow();
    private bool _isClosing;

    /// <summary>True when it was closed and nothing is left.</summary>
    public bool IsOver => _isClosing && _engine is null;

    public void Add(BrainWish wish) => _wishes.Add(wish);

    public void Withdraw(BrainWish wish, CancellationToken cancellationToken)
    {
        if (_wishes.Remove(wish))
            wish.IsWithdrawn(cancellationToken);
    }

    /// <summary>Another brain was chosen, or none: what failed is forgotten, and the last one is let go.</summary>
    public void Settle(KnownBrain? brain, BrainWish sleep)
    {
        if (brain?.Sha256 == _settled?.Sha256)
            return;
        _settled = brain;
        _failures.Forget();
        if (_engine is { } engine && engine.Brain.Sha256 != brain?.Sha256)
            _wishes.Add(sleep);
    }

    public void Forgive() => _failures.Forget();

    /// <summary>What should never be happened in this loop: whoever waits is told, and the engine is ended, so that the next wish begins anew.</summary>
    public void Break(string sentence)
    {
        foreach (var wish in _wishes.ToList())
            Fail(wish, $"Something broke while the brain was looked after: {sentence.TrimEnd('.')}. Ask again.");
        if (_engine is { IsEnding: false })
            End();
    }

    /// <summary>Nothing more comes: what waits is told, and the engine is ended, whatever it does.</summary>
    public void Close()
    {
        _isClosing = true;
        if (_engine is { IsEnding: false })
            End();
    }

    /// <summary>A lease came back.</summary>
    public void Return(BrainLease lease)
    {
        var engine = lease.Engine;
        engine.Leases--;
        if (lease.IsWhole)
            _failures.Forget();
        if (lease.Failure is { } failure && engine is { IsEnding: false })
        {
            _failures.Stopped(engine.Brain, engine.File, failure);
            End();
        }

        var until = lease.Idle is { } idle ? After(idle) : long.MaxValue;
        engine.SleepAt = lease.Need == BrainNeed.Ahead ? Math.Max(engine.SleepAt, until) : until;
        if (engine is { IsEnding: false })
            _since = clock.GetUtcNow();
    }

    /// <summary>Does what can be done now; the result is when to look again (a timestamp).</summary>
    public long Step()
    {
        for (var i = _wishes.Count - 1; i >= 0; i--)
        {
            if (_isClosing)
                Fail(_wishes[i], "The brain is being ended, because the program leaves.");
            else if (clock.GetTimestamp() >= _wishes[i].Deadline)
                Fail(_wishes[i], _engine is { IsEnding: true } ? "The last brain does not end; I answer by rules." : "The brain was busy for too long; ask again.");
        }

        while (Advance())
        {
        }

        return NextMoment();
    }

    public BrainStatus Status()
    {
        var (state, brain) = _engine switch
        {
            { IsEnding: true } or { DrainBy: not null } => (BrainState.Draining, _engine.Brain),
            { Loaded: null } => (BrainState.Waking, _engine.Brain),
            not null => (BrainState.Awake, _engine.Brain),
            null when _failures.Failed is { } failed => (BrainState.Failed, failed),
            null => (_settled is null ? BrainState.Absent : BrainState.Asleep, null),
        };
        return new(state, brain, _since, _engine?.Loaded?.ProcessId, state == BrainState.Failed ? _failures.Diagnosis : null);
    }

    /// <summary>True when something was done, so that more may follow.</summary>
    private bool Advance()
    {
        var first = _wishes.FirstOrDefault();
        return _engine switch
        {
            null => first is not null && Begin(first),
            { IsEnding: true } => false,
            { Loaded: null } engine => GuideWaking(engine, first),
            var engine => GuideAwake(engine, first),
        };
    }

    private bool Begin(BrainWish first)
    {
        if (first.Brain is not { } brain)
            return Grant(first, null);
        if (_failures.Refusal(brain) is { } why)
        {
            // Its file may be on a disk that does not answer.
            first.Look ??= LookAsync(brain);
            if (!first.Look.IsCompleted)
                return false;
            if (!_failures.TryForget(first.Look.Result))
                return Fail(first, why);
        }

        first.WokeIt = true;
        _settled ??= brain;
        // One that nobody takes, because its question was cancelled, is kept as one that was woken ahead.
        var unasked = first.Idle < KeepAlive.Unasked ? first.Idle.Value : KeepAlive.Unasked;
        var engine = new BrainEngine(brain, first.Settings, After(BrainLife.WakeDeadline)) { SleepAt = After(unasked) };
        (_engine, _since) = (engine, clock.GetUtcNow());
        _ = Task.Run(() => WakeAsync(engine));
        return false;
    }

    private bool GuideWaking(BrainEngine engine, BrainWish? first)
    {
        if (clock.GetTimestamp() >= engine.WakeBy)
            NotAwake(engine, $"The brain did not wake within {BrainLife.WakeDeadline.TotalSeconds:0} s.", isRefused: false);
        else if (first is null || engine.Fits(first))
            return false;
        End();
        return true;
    }

    private bool GuideAwake(BrainEngine engine, BrainWish? first)
    {
        var now = clock.GetTimestamp();
        var fits = first is null || engine.Fits(first);
        if (fits && first is not null)
        {
            engine.DrainBy = null;
            engine.Leases++;
            return Grant(first, new BrainLease(engine, engine.Loaded!, first.Idle, first.Need, !first.WokeIt, lease => post(() => Return(lease))));
        }

        if (engine.DrainBy is null != fits)
            engine.DrainBy = fits ? null : After(BrainLife.DrainDeadline);
        var isDue = engine.Leases == 0 ? !fits || now >= engine.SleepAt : now >= engine.DrainBy;
        if (isDue)
            End();
        return isDue;
    }

    private bool Grant(BrainWish wish, BrainLease? lease)
    {
        _wishes.Remove(wish);
        wish.ComesTrue(lease);
        return true;
    }

    private bool Fail(BrainWish wish, string sentence)
    {
        _wishes.Remove(wish);
        wish.Fails(sentence);
        return true;
    }

    private void Woken(BrainEngine engine, LoadedBrain loaded)
    {
        engine.Loaded = loaded;
        _since = clock.GetUtcNow();
        if (engine.IsEnding)
        {
            _ = Task.Run(() => EndAsync(engine));
            return;
        }

        engine.SleepAt = Math.Max(engine.SleepAt, clock.GetTimestamp());
        if (loaded.Exited is { } exited)
            _ = exited.ContinueWith(ended => post(() => Exited(engine, ended)), TaskScheduler.Default);
    }

    private void Exited(BrainEngine engine, Task<string> ended)
    {
        if (engine.IsEnding)
            return;
        _failures.Stopped(engine.Brain, engine.File, ended.IsCompletedSuccessfully ? ended.Result : "The engine stopped.");
        End();
    }

    /// <summary>Those who waited for just this are told; what comes behind them is tried anew.</summary>
    private void NotAwake(BrainEngine engine, string sentence, bool isRefused)
    {
        if (engine.IsEnding)
            return;
        if (isRefused)
            _failures.Refused(engine.Brain, engine.File, sentence);
        else
            _failures.Stopped(engine.Brain, engine.File, sentence);
        while (_wishes.FirstOrDefault() is { } first && engine.Fits(first))
            Fail(first, _failures.Failed is null ? sentence : _failures.Diagnosis);
    }

    private void End()
    {
        var engine = _engine!;
        engine.IsEnding = true;
        _since = clock.GetUtcNow();
        _ = engine.Loaded is null ? engine.Waking.CancelAsync() : Task.Run(() => EndAsync(engine));
    }

    private void Ended()
    {
        _engine = null;
        _since = clock.GetUtcNow();
    }

    private Task<FileStamp?> LookAsync(KnownBrain brain)
    {
        var look = Task.Run(() => FileStamp.Of(brain.Path));
        _ = look.ContinueWith(_ => post(() => { }), TaskScheduler.Default);
        return look;
    }

    private async Task WakeAsync(BrainEngine engine)
    {
        try
        {
            var file = FileStamp.Of(engine.Brain.Path);
            post(() => engine.File = file);
            var verified = await store.VerifyAsync(engine.Brain, progress: null, engine.Waking.Token);
            var loaded = await load(verified, engine.Settings, engine.Waking.Token);
            post(() => Woken(engine, loaded));
        }
        catch (Exception e)
        {
            // An engine may fail in any way.
            post(() =>
            {
                NotAwake(engine, Display.Line(e.Message), isRefused: e is BuddyException);
                Ended();
            });
        }
    }

    private async Task EndAsync(BrainEngine engine)
    {
        try
        {
            await engine.Loaded!.DisposeAsync();
        }
        finally
        {
            post(Ended);
        }
    }

    private long NextMoment()
    {
        var next = _wishes.Select(wish => wish.Deadline).DefaultIfEmpty(long.MaxValue).Min();
        return _engine switch
        {
            null or { IsEnding: true } => next,
            { Loaded: null } => Math.Min(next, _engine.WakeBy),
            { Leases: 0 } => Math.Min(next, _engine.SleepAt),
            _ => Math.Min(next, _engine.DrainBy ?? long.MaxValue),
        };
    }

    private long After(TimeSpan time) => clock.GetTimestamp() + (long)(time.TotalSeconds * clock.TimestampFrequency);
}
