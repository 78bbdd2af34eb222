using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BitBuddy.Brains;

/// <summary>
/// Fetches a brain from the hub: asked, fetched, checked, and only then seen. What is here already is not fetched, and of several
/// processes one fetches while the others wait.
/// </summary>
public sealed class BrainPuller
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly BuddyHome _home;
    private readonly BrainStore _store;
    private readonly Func<HubSettings> _settings;
    private readonly TimeProvider _clock;
    private readonly PullLimits _limits;

    /// <param name="settings">Asked at each download; throws a <see cref="BuddyException"/> where they are wrong.</param>
    public BrainPuller(BuddyHome home, BrainStore store, Func<HubSettings> settings, TimeProvider clock)
        : this(home, store, settings, clock, PullLimits.Usual)
    {
    }

    internal BrainPuller(BuddyHome home, BrainStore store, Func<HubSettings> settings, TimeProvider clock, PullLimits limits) =>
        (_home, _store, _settings, _clock, _limits) = (home, store, settings, clock, limits);

    /// <summary>Fetches a file, or goes on with it. Stopping to listen, or cancelling, keeps what is here for the next time.</summary>
    /// <exception cref="BuddyException">It cannot be had; what is here is kept.</exception>
    public async IAsyncEnumerable<PullEvent> PullAsync(HubFile file, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var events = Channel.CreateBounded<PullEvent>(new BoundedChannelOptions(16) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.Run(() => TellAsync(file, events.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var one in events.Reader.ReadAllAsync(CancellationToken.None))
                yield return one;
        }
        finally
        {
            await stop.CancelAsync();
            await work;
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>The downloads that have not ended.</summary>
    public IReadOnlyList<PausedPull> Paused() => [.. PartialPlace.All(_home).Select(record =>
        new PausedPull(record.HubFile, record.Kept, record.Bytes, PullTurn.IsTaken(new PartialPlace(_home, record.HubFile))))];

    /// <summary>Gives up a download that has not ended: what is here of it is deleted.</summary>
    /// <exception cref="BuddyException">Some process fetches it now, or it cannot be deleted.</exception>
    public void Cancel(HubFile file)
    {
        var place = new PartialPlace(_home, file);
        using var turn = PullTurn.TryTake(place, out var other) ?? throw new BuddyException(
            $"{file.Name} is being fetched{(other is null ? "" : $" by process {other.Pid}")} now; stop that first.");
        try
        {
            place.Clear();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"What is here of {file.Name} could not be deleted ({Display.Line(e.Message)}); look at {Display.Line(_home.PartialModels)}.", inner: e);
        }
    }

    private async Task TellAsync(HubFile file, ChannelWriter<PullEvent> events, CancellationToken cancellationToken)
    {
        ValueTask Tell(PullEvent one) => events.WriteAsync(one, cancellationToken);
        try
        {
            await Tell(new PullEvent.Done(await GetAsync(file, Tell, cancellationToken)));
            events.Complete();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            events.Complete();
        }
        catch (Exception e)
        {
            events.Complete(e);
        }
    }

    private async Task<KnownBrain> GetAsync(HubFile file, Func<PullEvent, ValueTask> tell, CancellationToken cancellationToken)
    {
        if (!file.IsSafe)
            throw new BuddyException($"{Display.Line(file.Name)} is no safe name for a file; it was not fetched.", ExitCode.Usage);
        await _store.RecoverAsync(progress: null, cancellationToken);
        var place = new PartialPlace(_home, file);
        if (await _store.FindAsync(file, cancellationToken) is { } here)
        {
            ClearLeftover(place);
            return here;
        }

        var settings = _settings();
        if (settings.IsOffline)
            throw new BuddyException("HF_HUB_OFFLINE is set, so nothing is fetched; unset it and try again.");
        if (!_home.TryCreate(_home.PartialModels))
            throw new BuddyException($"{Display.Line(_home.PartialModels)} cannot be written, so no brain can be kept there; set BITBUDDY_HOME to a folder of yours.");

        using var turn = await TakeTurnAsync(place, tell, cancellationToken);
        // Another process may have ended it meanwhile.
        if (await _store.FindAsync(file, cancellationToken) is { } fetched)
            return fetched;
        using var hub = new HubClient(settings, _clock);
        using var run = new PullRun(file, place, hub, _limits, _store, _clock, tell, cancellationToken);
        try
        {
            return await run.RunAsync();
        }
        catch (Exception e)
        {
            await run.PauseAsync();
            throw Explained(e, file);
        }
    }

    // A run that was killed in its last moment leaves the brain and its partial.
    private static void ClearLeftover(PartialPlace place)
    {
        if (place.Record() is null)
            return;
        using var turn = PullTurn.TryTake(place, out _);
        if (turn is not null)
            place.Clear();
    }

    private static Exception Explained(Exception e, HubFile file)
    {
        var cause = e is BuddyException ? e.InnerException : e;
        if (cause is not (IOException or UnauthorizedAccessException))
            return e;
        return new BuddyException(PullSpace.IsFull(cause)
            ? $"The disk is full, so {file.File} is paused. Make room, then run the same command: what is here is kept."
            : $"The disk does not take {file.File} ({Display.Line(cause.Message)}); look after it, then run the same command: what is here is kept.", inner: e);
    }

    private async Task<PullTurn> TakeTurnAsync(PartialPlace place, Func<PullEvent, ValueTask> tell, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (PullTurn.TryTake(place, out var other) is { } turn)
                return turn;
            var pause = Task.Delay(Look, _clock, cancellationToken);
            var data = new FileInfo(place.Data);
            await tell(new PullEvent.Waiting(other?.Pid, data.Exists ? data.Length : 0, place.Record()?.Bytes));
            await pause;
        }
    }
}
