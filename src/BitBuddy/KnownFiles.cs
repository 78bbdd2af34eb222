using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Files.Contents;
using BitBuddy.Files.Contents.Readers;
using BitBuddy.Files.Keeping;
using BitBuddy.Usage;

namespace BitBuddy;

/// <summary>The files of this home: which folders are known, what the index holds of them, and how that is kept true.</summary>
public sealed class KnownFiles : IDisposable
{
    private readonly ConfigFile _config;
    private readonly Notes _notes;
    private readonly Lazy<FileIndex> _index;
    private readonly Lazy<FileScan> _scan;
    private readonly string _indexFile;
    private readonly TimeProvider _clock;

    /// <param name="keeps">False where the home cannot be written, so that the index is in memory only.</param>
    internal KnownFiles(BuddyHome home, bool keeps, ConfigFile config, Notes notes, TimeProvider clock)
    {
        (_config, _notes, _indexFile, _clock) = (config, notes, home.IndexFile, clock);
        _index = new Lazy<FileIndex>(() =>
        {
            var index = FileIndex.Open(keeps ? home.IndexFile : null, clock);
            if (keeps)
                notes.Watch(() => index.Note);
            index.Weights = () => Usage!.Weights();
            if (keeps)
                index.Gone = files => Removals!.Add(files);
            return index;
        });
        Usage = new UsageStore(new UsageDatabase(home.UsageFile), clock);
        notes.Watch(() => Usage.Note);
        Hashes = new HashStore(new HashDatabase(home.HashesFile), clock);
        notes.Watch(() => Hashes.Note);
        Removals = new RemovalLog(new RemovalDatabase(home.RemovedFile), uid => Index.Has(uid), clock);
        notes.Watch(() => Removals.Note);
        _scan = new Lazy<FileScan>(() => new FileScan(Index, home.Root, () => Folders.Hidden, () => config.Load() is var chosen ? new WalkChoice(chosen.HiddenFilesOff, chosen.OtherDevicesOff) : default));
    }

    /// <summary>What is known of the files; opened when it is first needed.</summary>
    public FileIndex Index => _index.Value;

    /// <summary>What of them matters to the user, by what was asked and opened.</summary>
    public UsageStore Usage { get; }

    /// <summary>The folders that are known.</summary>
    public KnownFolders Folders => field ??= new KnownFolders(_config, Index);

    internal FileScan Scan => _scan.Value;

    /// <summary>What stands in the files.</summary>
    public FileContents Contents => field ??= new FileContents(Index.Keeps ? _indexFile : null, () => _config.Load().ContentsOff, Reader, _clock);

    /// <summary>The process that reads what is no plain text; null where there is none.</summary>
    public ReaderStart? Reader { get; set; }

    internal Freshness Freshness => field ??= new Freshness(Index, Scan);

    /// <summary>What files came to, so that they are not read twice.</summary>
    internal HashStore Hashes { get; }

    /// <summary>The last files that went.</summary>
    internal RemovalLog Removals { get; }

    internal FileInsight Insight => field ??= new FileInsight(Index, Hashes, Contents.KeptText);

    /// <summary>Where the disk goes: a folder's tree, so many levels deep; null where it is not known.</summary>
    public MapFolder? Map(string folder, int depth) => new DiskMap(Index).Of(folder, depth);

    /// <summary>
    /// Makes the named folders known and looks through those never looked through before. Answers with the folders a question
    /// is limited to: the named ones, else all known ones that are there.
    /// </summary>
    /// <param name="buddy">The folder's name of the buddy that is asked; it may have folders of its own.</param>
    public async Task<IReadOnlyList<string>> PrepareAsync(
        IReadOnlyList<string> named, IProgress<ScanProgress>? progress, CancellationToken cancellationToken, string? buddy = null)
    {
        var folders = named.Select(KnownFolders.Existing).Distinct().ToList();
        folders.ForEach(folder => Folders.Add(folder));
        if (folders.Count == 0)
        {
            folders = [.. Folders.Of(buddy).Where(CanAnswer)];
            TellUsual(folders);
        }

        foreach (var folder in folders.Where(folder => !Index.Knows(folder)))
            await ScanAsync(folder, progress, cancellationToken);
        return folders;
    }

    /// <summary>Looks through all known folders now; <paramref name="rebuild"/> forgets first what is known of those that are there.</summary>
    public async Task<ScanResult> ScanAllAsync(bool rebuild, IProgress<ScanProgress>? progress, CancellationToken cancellationToken)
    {
        var (total, agrees) = (ScanResult.Nothing, false);
        if (rebuild)
            Contents.Retry();
        foreach (var folder in Folders.Outermost())
        {
            if (RealFolder.Problem(folder) is { } problem)
            {
                _notes.Add($"{problem.Message} What is known of it is kept.");
                continue;
            }

            if (Index.IsAway(folder))
            {
                _notes.Add($"The disk of {Display.Line(folder)} is away: what is known of it is kept.");
                continue;
            }

            if (rebuild)
                Index.Forget(folder);
            total = total.With(await ScanAsync(folder, progress, cancellationToken, agrees ? null : Index.RequireAgreement));
            agrees = true;
        }

        try
        {
            if (!agrees)
                Index.RequireAgreement();
            Index.MakeWhole(Folders.List());
            return total;
        }
        catch (IndexRebuiltException)
        {
            // Damage that the scan did not meet: the index is new and empty now.
            return await ScanAllAsync(rebuild: false, progress, cancellationToken);
        }
    }

    /// <summary>From now on the contents of files in this folder are known, or not; what is known of them is erased before this returns.</summary>
    /// <exception cref="BuddyException">The settings cannot be written, or the contents could not be erased.</exception>
    internal void SetContents(string folder, bool on)
    {
        var full = KnownFolders.Existing(folder);
        if (!_config.TryChange(old => old with { ContentsOff = on ? [.. old.ContentsOff.Where(one => one != full)] : [.. old.ContentsOff.Where(one => one != full), full] }))
            throw new BuddyException("The settings cannot be written, so nothing was changed.");
        Contents.Purge();
    }

    /// <summary>Keeps the index true in the background until the result is disposed.</summary>
    internal FileKeeper Keep() => new(this, _clock);

    public void Dispose()
    {
        if (_index.IsValueCreated)
            Index.Dispose();
        Usage.Dispose();
        Hashes.Dispose();
        Removals.Dispose();
    }

    private async Task<ScanResult> ScanAsync(string folder, IProgress<ScanProgress>? progress, CancellationToken cancellationToken, Action? first = null)
    {
        var result = await Scan.ScanAsync(folder, progress, cancellationToken, first: first);
        if (result.Skipped > 0)
            _notes.Add($"{Said.Count(result.Skipped, "entry", "entries")} in {folder} cannot be known: {string.Join(", ", result.Reasons)}.");
        return result;
    }

    // A folder that is away says so in the mood; one that is there and was never read must say why.
    private bool CanAnswer(string folder)
    {
        if (!Directory.Exists(folder) || Index.IsAway(folder))
            return false;
        if (Index.Knows(folder) || RealFolder.Problem(folder) is not { } problem)
            return true;
        _notes.Add(problem.Message);
        return false;
    }

    private void TellUsual(List<string> folders)
    {
        if (!Folders.AreUsual || folders.Count == 0 || _config.Load().ToldAboutFolders)
            return;
        _notes.Add($"No folder was named yet, so I look at {string.Join(", ", folders)} and nothing else; `bitbuddy folders add DIR` names another.");
        _config.TryChange(old => old with { ToldAboutFolders = true });
    }
}
