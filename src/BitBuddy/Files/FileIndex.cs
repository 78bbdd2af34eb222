using BitBuddy.Files.Contents;
using BitBuddy.Platform;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitBuddy.Files;

/// <summary>
/// What is known of the files: names, sizes, dates and kinds, never contents. Any thread may call; calls wait for one another.
/// Where damage is met the index is new and empty: what finds or writes files throws <see cref="IndexRebuiltException"/> then, so
/// that it is filled again; the rest answers as an empty index does. Every member throws <see cref="BuddyException"/> when another
/// process holds the index for long or the disk is full.
/// </summary>
public sealed class FileIndex : IDisposable
{
    private readonly IndexDatabase _database;
    private readonly FolderTable _folders;
    private readonly BlockTable _blocks;
    private readonly FileTable _files;
    private readonly FileSearch _search;
    private readonly IndexAccess _access;

    private FileIndex(IndexDatabase database, string? path, TimeProvider clock)
    {
        _database = database;
        Clock = clock;
        _folders = new(database);
        _blocks = new(database);
        _files = new(database, _blocks);
        _search = new(database, _blocks, _folders, new ContentsView(database.Keeps ? path : null));
        _access = new(database, _blocks, _files);
        Checks = new(database, _folders, _access, clock);
    }

    /// <summary>A sentence the user should see: it was rebuilt, or nothing is kept; else null.</summary>
    public string? Note => _database.Note;

    /// <summary>False when the index is in memory only.</summary>
    public bool Keeps => _database.Keeps;

    internal TimeProvider Clock { get; }

    /// <summary>When each folder was read.</summary>
    internal FolderChecks Checks { get; }

    /// <summary>Opens the index at a path, made when missing; null, or a place that cannot be written: in memory.</summary>
    /// <exception cref="BuddyException">It was made by a newer version.</exception>
    public static FileIndex Open(string? path, TimeProvider clock)
    {
        try
        {
            return new(IndexDatabase.Open(path), path, clock);
        }
        catch (SqliteException e) when (IndexAccess.Sentence(e) is { } sentence)
        {
            throw new BuddyException(sentence, inner: e);
        }
    }

    /// <summary>True when a folder, or one above it, has been scanned to the end.</summary>
    public bool Knows(string folder) =>
        _access.UseOrAnew(() => _folders.Find(PathText.Absolute(folder)) is { } id && _folders.IsKnown(id, state: 2));

    /// <summary>True for a known folder whose disk is away: what is known of it is kept, and is no part of an answer.</summary>
    public bool IsAway(string folder) => _access.UseOrAnew(() => _folders.Find(PathText.Absolute(folder)) is { } id && _folders.IsAway(id));

    /// <summary>All matches counted, the first <paramref name="limit"/> of them with their entries.</summary>
    public FileMatches Search(FileQuery query, int limit, CancellationToken cancellationToken) =>
        _access.Read(() => _search.Search(query, limit, cancellationToken));

    /// <summary>The rows of all matches in the order asked for.</summary>
    internal IReadOnlyList<FoundFile> Rows(FileQuery query, CancellationToken cancellationToken) => _access.Read(() => _search.Rows(query, cancellationToken));

    /// <summary>What comes nearest to a query that found nothing.</summary>
    public IReadOnlyList<FileEntry> Near(FileQuery query, int limit) => _access.UseOrAnew(() => new NearMisses(new SimilarWords(_database, _blocks), _search).Find(query, limit));

    /// <summary>Words of known names that are one slip away from this one.</summary>
    public IReadOnlyCollection<string> Similar(string word) => _access.UseOrAnew(() => new SimilarWords(_database, _blocks).To(NameFold.Fold(word)));

    /// <summary>Where a file is now; null when it is known no more.</summary>
    internal byte[]? PathOf(long uid) => _access.UseOrAnew(() => _files.Holder(uid) is { } holder ? PathText.Join(_folders.PathOf(holder.Folder, []), holder.Name) : null);

    /// <summary>Told of files that were found gone, once their rows are.</summary>
    internal Action<IReadOnlyList<GoneFile>>? Gone { private get; set; }

    /// <summary>How much each file matters to the user, by its id, from 0; the more it does the earlier it comes among equals.</summary>
    internal Func<IReadOnlyDictionary<long, double>>? Weights { set => _search.Weights = value; }

    /// <summary>How many files the folders hold; no folder given: all known ones.</summary>
    public (long Files, long Bytes) Totals(IReadOnlyList<string> folders) => IndexAccess.OrAnew(() => _access.Read(() => _search.Totals(folders)));

    /// <summary>True when a folder inside a known one, or itself, has this name; case and accents aside.</summary>
    public bool HasFolderNamed(string name) => _access.UseOrAnew(() =>
        _database.Sql("SELECT 1 FROM folders WHERE fold = ?1 AND checked_at IS NOT NULL LIMIT 1").With(NameFold.Fold(name)).Number() is not null);

    /// <summary>The moment as of which everything known of the folders holds; null when nothing is known. None given: all.</summary>
    public DateTimeOffset? OldestCheck(IReadOnlyList<string> folders) => Checks.Oldest(folders);

    /// <summary>Forgets a folder and all below it, but for known folders in it; nothing of it is left in the database file.</summary>
    public void Forget(string folder)
    {
        _access.UseOrAnew(() =>
        {
            _access.Write(() =>
            {
                if (_folders.Find(PathText.Absolute(folder)) is not { } id)
                    return;
                _folders.SetRoot(id, 0);
                if (!_folders.IsKnown(id, state: 1))
                    new FolderRemoval(_folders, _files).Remove(id);
            });
            _database.Checkpoint();
            _database.DropBroken();
            return true;
        });
    }

    /// <summary>Forgets what is never to be mentioned, known folders included; nothing of it is left in the database file.</summary>
    public void Forget(HiddenNames hidden)
    {
        _access.UseOrAnew(() =>
        {
            _access.Write(() =>
            {
                foreach (var name in hidden.Last)
                {
                    foreach (var folder in _folders.Named(name).Where(folder => hidden.Covers(PathText.Show(_folders.PathOf(folder, [])))))
                    {
                        _folders.RootsIn(folder).ForEach(root => _folders.SetRoot(root, 0));
                        new FolderRemoval(_folders, _files).Remove(folder);
                    }

                    var files = _search.Search(new FileQuery { Words = [name] }, int.MaxValue, CancellationToken.None).Files;
                    foreach (var file in files.Where(file => hidden.Hides(PathText.Bytes(Path.GetDirectoryName(file.Path) ?? ""), PathText.Bytes(file.Name))))
                    {
                        if (_files.Holder(file.Id) is { } holder)
                            _files.Remove(holder.Row);
                    }
                }
            });
            _database.Checkpoint();
            _database.DropBroken();
            return true;
        });
    }

    public void Dispose() => _access.Dispose();

    /// <summary>Merges folders as they were read, whole or not at all.</summary>
    /// <param name="patience">Milliseconds to wait for another process that is writing.</param>
    /// <param name="isScan">A scan of a whole tree, which calls <see cref="EndScan"/> whatever happens.</param>
    internal void Merge(IReadOnlyList<FolderListing> listings, ScanTally tally, int patience, bool isScan = false)
    {
        var gone = new List<GoneFile>();
        _access.Write(() =>
        {
            if (_files.New?.AreTrue(_database) == false)
                _files.New = null;
            if (isScan)
                _files.New ??= NewIds.Begin(_database, tally.Added);
            else if (_files.New is null)
                NewIds.End(_database);
            var merge = new FolderMerge(_folders, _files, _blocks, Clock, tally, gone);
            foreach (var listing in listings)
                merge.Merge(listing);
        }, patience);
        if (gone.Count > 0)
            Gone?.Invoke(gone);
    }

    /// <summary>After the last <see cref="Merge"/> of a scan.</summary>
    internal void EndScan() => _access.Write(() =>
    {
        _files.New = null;
        NewIds.End(_database);
    });

    /// <summary>Finds damage that no reading of rows would meet: an index of a table that tells something else than its rows.</summary>
    internal void RequireAgreement() => _access.Write(() =>
    {
        // A scan that was killed may have left none.
        NewIds.End(_database);
        if (!_database.IsAsMade() || !new IndexAgreement(_database).Holds())
            throw new SqliteException("rows that contradict each other", raw.SQLITE_CORRUPT);
    });

    /// <summary>After everything was read: whatever no scan could meet, because it stands where no known folder is, goes.</summary>
    /// <param name="known">All known folders.</param>
    internal void MakeWhole(IReadOnlyList<string> known) => _access.Write(() =>
    {
        var roots = known.Select(folder => _folders.Find(PathText.Absolute(folder))).OfType<long>().ToList();
        foreach (var other in _folders.Roots().Except(roots))
            _folders.SetRoot(other, 0);
        var tree = new FolderTree(_database);
        foreach (var apart in tree.Apart(roots))
        {
            _files.RemoveAll(apart);
            _folders.Remove(apart);
        }

        if (!_blocks.TouchDamaged(tree.All))
            _files.RemoveLost();
    });

    /// <summary>Makes a folder a known one, or notes that its scan is finished.</summary>
    internal void SetRoot(string absolute, bool scanned) => _access.Write(() =>
    {
        var id = _folders.Ensure(absolute);
        _folders.SetRoot(id, scanned || _folders.IsKnown(id, state: 2) ? 2 : 1);
    });

    /// <summary>Gives back the memory in which parts of the index are held, until it is asked again.</summary>
    internal void GiveBack() => _access.UseOrAnew(() => _database.Sql("PRAGMA shrink_memory").With().Step());

    /// <summary>Another value after every change, but for those of a date of looking by this process.</summary>
    internal object State() => _access.UseOrAnew(() => _database.State());

    /// <summary>No more files than this are known; costs nothing.</summary>
    internal long MostFiles() => _access.Use(() => _database.Sql("SELECT max(row) FROM files").With().Number() ?? 0);

    /// <summary>Asks the tables themselves, in one transaction: else each row is locked, looked for on the disk and let go again.</summary>
    internal T Read<T>(Func<IndexDatabase, FolderTable, T> work) => _access.Read(() => work(_database, _folders));

    /// <summary>True for the id of a file that is known.</summary>
    internal bool Has(long uid) => _access.UseOrAnew(() => _files.Holder(uid) is not null);

    /// <summary>Puts one file right: gone when <paramref name="stat"/> is null.</summary>
    internal void Correct(long uid, FileStat? stat)
    {
        GoneFile? gone = null;
        _access.Write(() =>
        {
            if (_files.Holder(uid) is not { } holder)
                return;
            if (stat is not null)
                _files.Correct(holder.Row, stat.Value);
            else if (!_folders.IsAway(holder.Folder))
            {
                gone = _files.In(holder.Folder).Find(file => file.Uid == uid)?.In(_folders.PathOf(holder.Folder, []));
                _files.Remove(holder.Row);
            }
        }, IndexAccess.ShortWait);
        if (gone is not null)
            Gone?.Invoke([gone]);
    }
}
