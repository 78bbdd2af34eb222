using Microsoft.Extensions.AI;

namespace BitBuddy.Brains;

/// <summary>One brain's life: woken on first need, kept while it is used, ended with all its memory.</summary>
public sealed class BrainLife(BrainStore store, BrainLoader load, Func<BrainSettings> settings, TimeProvider clock) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private LoadedBrain? _loaded;
    private KnownBrain? _brain;
    private long _usedAt = clock.GetTimestamp();
    private int _speaking;

    private TimeProvider Clock => clock;

    public BrainState State { get; private set; } = BrainState.Asleep;

    /// <summary>The brain that is waking or awake.</summary>
    public KnownBrain? Brain => _brain;

    /// <summary>How long the brain was not asked for anything.</summary>
    public TimeSpan IdleFor => Clock.GetElapsedTime(_usedAt);

    /// <summary>Raised after each change of <see cref="State"/>.</summary>
    public event Action? Changed;

    /// <summary>The brain, awake. Another one that was awake is ended first; the file is verified before it is loaded.</summary>
    public async Task<LoadedBrain> WakeAsync(KnownBrain brain, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_loaded is not null && _brain?.Sha256 == brain.Sha256)
                return _loaded;
            await EndAsync();
            Become(BrainState.Waking, brain);
            var verified = await store.VerifyAsync(brain, progress: null, cancellationToken);
            _loaded = await load(verified, settings(), cancellationToken);
            Become(BrainState.Awake, verified);
            return _loaded;
        }
        catch
        {
            await EndAsync();
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>True while a reply is spoken.</summary>
    public bool IsSpeaking => Volatile.Read(ref _speaking) > 0;

    /// <summary>A reply is spoken until the result is disposed; then the idle time begins anew.</summary>
    public IDisposable Speak() => new Speech(this);

    /// <summary>Wakes a brain, lets it say one word, and ends it: proof that it can.</summary>
    public async Task TryAsync(KnownBrain brain, CancellationToken cancellationToken)
    {
        var awake = await WakeAsync(brain, cancellationToken);
        await awake.Client.GetResponseAsync("Hello", new ChatOptions { MaxOutputTokens = 1 }, cancellationToken);
        await SleepAsync();
    }

    /// <summary>Ends the brain; the next need wakes it anew.</summary>
    public async Task SleepAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await EndAsync();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await SleepAsync();
        _turn.Dispose();
    }

    private async Task EndAsync()
    {
        var client = _loaded?.Client;
        _loaded = null;
        if (client is IAsyncDisposable ending)
            await ending.DisposeAsync();
        else
            client?.Dispose();
        if (State != BrainState.Asleep)
            Become(BrainState.Asleep, null);
    }

    private void Become(BrainState state, KnownBrain? brain)
    {
        (State, _brain) = (state, brain);
        Changed?.Invoke();
    }

    private sealed class Speech : IDisposable
    {
        private readonly BrainLife _life;

        public Speech(BrainLife life)
        {
            _life = life;
            Interlocked.Increment(ref life._speaking);
        }

        public void Dispose()
        {
            _life._usedAt = _life.Clock.GetTimestamp();
            Interlocked.Decrement(ref _life._speaking);
        }
    }
}
