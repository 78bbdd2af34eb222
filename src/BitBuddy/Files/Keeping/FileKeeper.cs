using BitBuddy.Files.Ignoring;
using BitBuddy.Platform;

namespace BitBuddy.Files.Keeping;

/// <summary>
/// While a host stays: keeps the index true in the background. Hints of the system say which folders to read again; what it cannot tell of
/// is looked at in turn, and everything is read again now and then, whatever was heard. It gives way to all else on the machine.
/// </summary>
public sealed class FileKeeper : IAsyncDisposable
{
    /// <summary>So many folders are watched, the most recently changed.</summary>
    internal const int MostWatched = 8192;

    // Looked at in each round of a minute: some milliseconds of work, for a host at rest may take no more than ten.
    private const int FoldersARound = 512;

    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FullEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly KnownFiles _files;
    private readonly TimeProvider _clock;
    private readonly FileHints _hints = new();
    private readonly FolderWatch? _watch;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;
    private IReadOnlyList<string> _folders = [];
    private HashSet<long> _roots = [];
    private int _mostWatched = MostWatched;
    private long _turn;

    internal FileKeeper(KnownFiles files, TimeProvider clock)
    {
        (_files, _clock) = (files, clock);
        _watch = FolderWatch.TryStart(Hear);
        _work = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>What it does now.</summary>
    public KeepingStatus Status { get; private set; } = new(KeepingState.CatchingUp, 0, 0, 0);

    /// <summary>After each change of <see cref="Status"/>.</summary>
    public event Action? Changed;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _watch?.Dispose();
        _stop.Dispose();
    }

    private int Watched => _watch?.Count ?? 0;

    private void Work()
    {
        LowPriority.Enter();
        var anew = true;
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                anew = anew ? CatchUp() : Keep();
            }
            catch (BuddyException)
            {
                // Another process is writing, or the disk is full: the index is as it was.
                anew = true;
                Wait(Pause);
            }
            catch (OperationCanceledException)
            {
            }
        }
    }

    // Watches first, then reads everything: what changes meanwhile is heard. Always false: it is done.
    private bool CatchUp()
    {
        Tell(KeepingState.CatchingUp);
        _hints.Take();
        _watch?.Clear();
        _turn = 0;
        _mostWatched = MostWatched;
        _folders = _files.Folders.Outermost();
        foreach (var folder in _folders.Where(folder => !_files.Index.Knows(folder) && RealFolder.Problem(folder) is null))
            _files.Scan.ScanAsync(folder, null, _stop.Token, gently: true).GetAwaiter().GetResult();
        // Before what is watched: what comes or goes in between is then seen to differ at the next round.
        _roots = _files.Index.Checks.RootsHere();
        var newest = _files.Index.Checks.Newest(MostWatched).Where(folder => !folder.IsAway).ToList();
        foreach (var folder in newest)
            Watch(folder.Id, folder.Path);
        ReadAll();
        Tell();
        return false;
    }

    // True when everything has to begin anew.
    private bool Keep()
    {
        var (round, full) = (_clock.GetTimestamp(), _clock.GetTimestamp());
        while (!_stop.IsCancellationRequested)
        {
            var heard = Wait(Round - _clock.GetElapsedTime(round));
            if (heard)
                Wait(Settle, alone: true);
            var (folders, anything) = _hints.Take();
            if (anything)
                return true;
            Read(_files.Index.Checks.OfRows(folders));
            if (_clock.GetElapsedTime(round) < Round)
                continue;
            round = _clock.GetTimestamp();
            if (!_folders.SequenceEqual(_files.Folders.Outermost()) || !_roots.SetEquals(_files.Index.Checks.RootsHere()))
                return true;
            LookAtOthers();
            if (_clock.GetElapsedTime(full) >= FullEvery && !PowerSupply.Now().OnBattery)
            {
                full = _clock.GetTimestamp();
                ReadAll();
            }

            Tell();
        }

        return false;
    }

    private void LookAtOthers()
    {
        if (_files.Index.Checks.Count() <= Watched)
            return;
        var changed = new List<FolderCheck>();
        for (var looked = 0; looked < FoldersARound && !_stop.IsCancellationRequested;)
        {
            var page = _files.Index.Checks.After(_turn);
            _turn = 0;
            if (page.Count == 0)
                break;
            foreach (var other in page.TakeWhile(_ => looked < FoldersARound))
            {
                _turn = other.Id;
                if (other.IsAway || _watch?.Has(other.Id) == true)
                    continue;
                looked++;
                if (Freshness.HasChanged(other))
                    changed.Add(other);
            }
        }

        Read(changed);
        _files.Index.GiveBack();
    }

    // What it took is not needed again soon.
    private void ReadAll()
    {
        Read(_files.Index.Checks.Of([]));
        _files.Index.GiveBack();
        MemoryUse.GiveBack();
    }

    private void Read(IEnumerable<FolderCheck> folders) =>
        _files.Scan.Reread(folders.Where(folder => !folder.IsAway).Select(folder => folder.Node()), () => _stop.IsCancellationRequested, Found);

    // What was made in it before it was watched is found by reading it once more.
    private void Found(FolderNode folder)
    {
        if (Watch(folder.Id, folder.Path))
            _hints.Add(folder.Id);
    }

    private bool Watch(long id, byte[] path)
    {
        if (_watch is null || Watched >= _mostWatched || NetworkFileSystem.Holds(path))
            return false;
        if (_watch.Add(path, id))
            return true;
        _mostWatched = Watched;
        return false;
    }

    private void Hear(FolderHint hint)
    {
        if (hint.Kind == HintKind.Overflow || (hint.Kind == HintKind.Gone && _roots.Contains(hint.Folder)) || hint.Name == IgnoreRules.FileName)
            _hints.AddAnything();
        else
            _hints.Add(hint.Folder);
    }

    // True when something was heard.
    private bool Wait(TimeSpan time, bool alone = false)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var heard = alone ? Task.Delay(Timeout.InfiniteTimeSpan, over.Token) : _hints.Heard;
        var ended = Task.WhenAny(heard, Task.Delay(time > TimeSpan.Zero ? time : TimeSpan.Zero, _clock, over.Token)).GetAwaiter().GetResult();
        over.Cancel();
        return ended == heard && !alone;
    }

    private void Tell(KeepingState? state = null)
    {
        var polled = Math.Max(0, _files.Index.Checks.Count() - Watched);
        var now = new KeepingStatus(state ?? (polled == 0 ? KeepingState.Watching : KeepingState.Checking), Watched, polled, (polled + FoldersARound - 1) / FoldersARound);
        if (now == Status)
            return;
        Status = now;
        Changed?.Invoke();
    }
}
