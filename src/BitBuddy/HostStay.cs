using BitBuddy.Brains;

namespace BitBuddy;

/// <summary>While a host stays: it is listed in <c>run/</c>, heeds requests to sleep, and lets an idle brain sleep.</summary>
public sealed class HostStay : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromMinutes(5);

    private readonly RunFolder _run;
    private readonly BrainLife? _life;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _left = new();
    private readonly Task _loop;
    private readonly bool _listed;

    internal HostStay(RunFolder run, BrainLife? life, TimeProvider clock)
    {
        (_run, _life, _clock) = (run, life, clock);
        _listed = run.TryEnter(null, BrainState.Asleep);
        if (life is not null)
            life.Changed += List;
        _loop = life is null ? Task.CompletedTask : Task.Run(() => HeedAsync(life));
    }

    public async ValueTask DisposeAsync()
    {
        if (_left.IsCancellationRequested)
            return;
        await _left.CancelAsync();
        await _loop;
        if (_life is not null)
            _life.Changed -= List;
        if (_listed)
            _run.Leave();
        _left.Dispose();
    }

    private void List()
    {
        if (_listed)
            _run.TryEnter(_life?.Brain?.Name, _life?.State ?? BrainState.Asleep);
    }

    private async Task HeedAsync(BrainLife life)
    {
        using var timer = new PeriodicTimer(Tick, _clock);
        try
        {
            var asked = false;
            while (await timer.WaitForNextTickAsync(_left.Token))
            {
                asked |= _listed && _run.TakeSleepRequest();
                // Nobody is interrupted: a request waits until the brain is awake and has spoken.
                if (life.State != BrainState.Awake || life.IsSpeaking || !(asked || life.IdleFor > KeepAlive))
                    continue;
                asked = false;
                await life.SleepAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The host left.
        }
    }
}
