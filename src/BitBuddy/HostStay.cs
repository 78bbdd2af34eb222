using System.Threading.Channels;
using BitBuddy.Brains;
using BitBuddy.Files.Keeping;
using BitBuddy.Platform;

namespace BitBuddy;

/// <summary>While a host stays: it is listed in <c>run/</c>, and heeds requests of other processes to wake its brain or let it sleep.</summary>
public sealed class HostStay : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly RunFolder _run;
    private readonly BrainLife? _life;
    private readonly Func<CancellationToken, Task> _wake;
    private readonly FileKeeper _keeper;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _left = new();

    // Holds one at most: what changes while it is written is written once more.
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Task _listing = Task.CompletedTask;
    private readonly IDisposable? _heeding;
    private readonly Lock _heed = new();
    private readonly bool _isListed;

    /// <param name="wake">Gets the brain ready, by the user's own wish.</param>
    /// <param name="keeper">Keeps the index true meanwhile; it ends with the stay.</param>
    internal HostStay(RunFolder run, BrainLife? life, Func<CancellationToken, Task> wake, FileKeeper keeper, TimeProvider clock)
    {
        (_run, _life, _wake, _keeper, _clock) = (run, life, wake, keeper, clock);
        _isListed = TryList();
        if (!_isListed)
            return;
        _keeper.Changed += Note;
        if (life is not null)
            life.Changed += Note;
        Note();
        _listing = Task.Run(ListAsync);
        if (life is null)
            return;
        _heeding = (IDisposable?)Watch(life) ?? clock.CreateTimer(_ => Heed(life), null, Tick, Tick);
        // What was asked before it could be heard.
        Heed(life);
    }

    public async ValueTask DisposeAsync()
    {
        if (_left.IsCancellationRequested)
            return;
        _keeper.Changed -= Note;
        if (_life is not null)
            _life.Changed -= Note;
        await _keeper.DisposeAsync();
        await _left.CancelAsync();
        _changes.Writer.TryComplete();
        _heeding?.Dispose();
        await _listing;
        if (_isListed)
            _run.Leave();
        _left.Dispose();
    }

    // On the loop that wakes the brain: nothing is written here.
    private void Note() => _changes.Writer.TryWrite(true);

    private async Task ListAsync()
    {
        var was = BrainState.Absent;
        await foreach (var _ in _changes.Reader.ReadAllAsync())
        {
            TryList();
            var state = _life?.State ?? BrainState.Absent;
            // What the talk left behind would otherwise be held for as long as the host sleeps.
            if (state == BrainState.Asleep && was != BrainState.Asleep)
                MemoryUse.GiveBack();
            was = state;
        }
    }

    private bool TryList() => _run.TryEnter(_life?.Status ?? new BrainStatus(BrainState.Absent, null, _clock.GetUtcNow()), _keeper.Status.ToString());

    // A timer would wake the processor each second of a host that sleeps. Null where the system watches no folder.
    private FileSystemWatcher? Watch(BrainLife life)
    {
        try
        {
            var watcher = new FileSystemWatcher(_run.Path) { NotifyFilter = NotifyFilters.FileName };
            watcher.Created += (_, _) => Heed(life);
            watcher.Renamed += (_, _) => Heed(life);
            watcher.Error += (_, _) => Heed(life);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private void Heed(BrainLife life)
    {
        lock (_heed)
        {
            if (_left.IsCancellationRequested)
                return;
            if (_run.TakeSleepRequest())
                _ = life.SleepAsync();
            if (_run.TakeWakeRequest())
                _ = _wake(_left.Token);
        }
    }
}
