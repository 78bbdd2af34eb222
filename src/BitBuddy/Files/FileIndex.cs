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
    /// <summary>Milliseconds a scan waits for another process that is writing.</summary>
    internal const int LongWait = 5000;

    /// <summary>As <see cref="LongWait"/>, where an answer waits.</summary>
    internal const int ShortWait = 50;

    private readonly Lock _lock = new();
    private readonly IndexDatabase _database;
    private readonly FolderTable _folders;
    private readonly BlockTable _blocks;
    private readonly FileTable _files;
    private readonly FileSearch _search;

    private FileIndex(IndexDatabase database, string? path, TimeProvider clock)
    {
        _database = database;
        Clock = clock;
        _folders = new(database);
        _blocks = new(database);
        _files = new(database, _blocks);
        _search = new(database, _blocks, _folders, new ContentsView(database.Keeps ? path : null));
    }

    /// <summary>A sentence the user should see: it was rebuilt, or nothing is kept; else null.</summary>
    public string? Note => _database.Note;

    /// <summary>False when the index is in memory only.</summary>
    public bool Keeps => _database.Keeps;

    internal TimeProvider Clock { get; }

    /// <summary>Opens the index at a path, made when missing; null, or a place that cannot be written: in memory.</summary>
    /// <exception cref="BuddyException">It was made by a newer version.</exception>
    public static FileIndex Open(string? path, TimeProvider clock)
    {
        try
        {
            return new(IndexDatabase.Open(path), path, clock);
        }
        catch (SqliteException e) when (Sentence(e) is { } sentence)
        {
            throw new BuddyException(sentence, inner: e);
        }
    }

    /// <summary>True when a folder, or one above it, has been scanned to the end.</summary>
    public bool Knows(string folder) =>
        UseOrAnew(() => _folders.Find(PathText.Absolute(folder)) is { } id && _folders.IsKnown(id, state: 2));

    /// <summary>All matches counted, the first <paramref name="limit"/> of them with their entries.</summary>
    public FileMatches Search(FileQuery query, int limit, CancellationToken cancellationToken) =>
        Use(() => _search.Search(query, limit, cancellationToken));

    /// <summary>The rows of all matches in the order asked for.</summary>
    internal IReadOnlyList<FoundFile> Rows(FileQuery query, CancellationToken cancellationToken) => Use(() => _search.Rows(query, cancellationToken));

    /// <summary>What comes nearest to a query that found nothing.</summary>
    public IReadOnlyList<FileEntry> Near(FileQuery query, int limit) => UseOrAnew(() => new NearMisses(new SimilarWords(_database, _blocks), _search).Find(query, limit));

    /// <summary>Words of known names that are one slip away from this one.</summary>
    public IReadOnlyCollection<string> Similar(string word) => UseOrAnew(() => new SimilarWords(_database, _blocks).To(NameFold.Fold(word)));

    /// <summary>Where a file is now; null when it is known no more.</summary>
    internal byte[]? PathOf(long uid) => UseOrAnew(() => _files.Holder(uid) is { } holder ? PathText.Join(_folders.PathOf(holder.Folder, []), holder.Name) : null);

    /// <summary>How much each file matters to the user, by its id, from 0; the more it does the earlier it comes among equals.</summary>
    internal Func<IReadOnlyDictionary<long, double>>? Weights { set => _search.Weights = value; }

    /// <summary>How many files the folders hold; no folder given: all known ones.</summary>
    public (long Files, long Bytes) Totals(IReadOnlyList<string> folders)
    {
        var matches = UseOrAnew(() => _search.Search(new() { Folders = folders }, 0, CancellationToken.None));
        return (matches.Count, matches.Bytes);
    }

    /// <summary>True when a folder inside a known one, or itself, has this name; case and accents aside.</summary>
    public bool HasFolderNamed(string name) => UseOrAnew(() =>
        _database.Sql("SELECT 1 FROM folders WHERE fold = ?1 AND checked_at IS NOT NULL LIMIT 1").With(NameFold.Fold(name)).Number() is not null);

    /// <summary>The moment as of which everything known of the folders holds; null when nothing is known. None given: all.</summary>
    public DateTimeOffset? OldestCheck(IReadOnlyList<string> folders) =>
        UseOrAnew(() => Checks(folders).FirstOrDefault()) is { CheckedAt: var oldest, Id: not 0 } ? DateTimeOffset.FromUnixTimeMilliseconds(oldest) : null;

    /// <summary>As <see cref="OldestCheck"/> of all that is known, in no time.</summary>
    public DateTimeOffset? AsOf() => UseOrAnew(() => _database.Sql("SELECT min(checked_at) FROM folders WHERE checked_at IS NOT NULL").With().Number()) is { } oldest
        ? DateTimeOffset.FromUnixTimeMilliseconds(oldest)
        : null;

    /// <summary>Forgets a folder and all below it, but for known folders in it; nothing of it is left in the database file.</summary>
    public void Forget(string folder)
    {
        UseOrAnew(() =>
        {
            Write(() =>
            {
                if (_folders.Find(PathText.Absolute(folder)) is not { } id)
                    return;
                _folders.SetRoot(id, 0);
                if (!_folders.IsKnown(id, state: 1))
                    Remove(id);
            });
            _database.Checkpoint();
            _database.DropBroken();
            return true;
        });
    }

    /// <summary>Forgets what is never to be mentioned, known folders included; nothing of it is left in the database file.</summary>
    public void Forget(HiddenNames hidden)
    {
        UseOrAnew(() =>
        {
            Write(() =>
            {
                foreach (var name in hidden.Last)
                {
                    foreach (var folder in _folders.Named(name).Where(folder => hidden.Covers(PathText.Show(_folders.PathOf(folder, [])))))
                    {
                        _folders.RootsIn(folder).ForEach(root => _folders.SetRoot(root, 0));
                        Remove(folder);
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

    public void Dispose()
    {
        lock (_lock)
            _database.Dispose();
    }

    /// <summary>Merges folders as they were read, whole or not at all.</summary>
    /// <param name="patience">Milliseconds to wait for another process that is writing.</param>
    internal void Merge(IReadOnlyList<FolderListing> listings, ScanTally tally, int patience) => Write(() =>
    {
        var merge = new FolderMerge(_folders, _files, _blocks, Clock, tally);
        foreach (var listing in listings)
            merge.Merge(listing);
    }, patience);

    /// <summary>After everything was read: whatever no scan could meet, because it stands where no known folder is, goes.</summary>
    /// <param name="known">All known folders.</param>
    internal void MakeWhole(IReadOnlyList<string> known) => Write(() =>
    {
        if (_folders.AnyTwice() || !_files.AgreesWithItsIndexes())
            throw new SqliteException("rows that contradict each other", raw.SQLITE_CORRUPT);
        var roots = known.Select(folder => _folders.Find(PathText.Absolute(folder))).OfType<long>().ToList();
        foreach (var other in _folders.Roots().Except(roots))
            _folders.SetRoot(other, 0);
        foreach (var apart in new FolderTree(_database).Apart(roots))
        {
            _files.RemoveAll(apart);
            _folders.Remove(apart);
        }

        _files.RemoveLost();
        _blocks.TouchDamaged();
    });

    /// <summary>Makes a folder a known one, or notes that its scan is finished.</summary>
    internal void SetRoot(string absolute, bool scanned) => Write(() =>
    {
        var id = _folders.Ensure(absolute);
        _folders.SetRoot(id, scanned || _folders.IsKnown(id, state: 2) ? 2 : 1);
    });

    /// <summary>The read folders in the trees given (none: all), least recently checked first; what is checked meanwhile comes last.</summary>
    internal IEnumerable<FolderCheck> Checks(IReadOnlyList<string> folders)
    {
        var begun = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var list = Use(() => NewList(folders));
        while (Use(list.Next) is { Count: > 0 } page)
        {
            foreach (var check in page)
            {
                if (check.CheckedAt > begun)
                    yield break;
                yield return check;
            }
        }
    }

    /// <summary>The read folders of these rows, where they are still there.</summary>
    internal IReadOnlyList<FolderCheck> ChecksOf(IReadOnlyCollection<long> rows)
    {
        if (rows.Count == 0)
            return [];
        var list = Use(() => NewList([]));
        return [.. rows.Select(row => Use(() => list.Of(row))).OfType<FolderCheck>()];
    }

    /// <summary>So many of the most recently changed folders, with the known ones.</summary>
    internal List<FolderCheck> NewestFolders(int most) => Use(() => NewList([]).Newest(most));

    /// <summary>How many folders are known.</summary>
    internal long FolderCount() => UseOrAnew(() => _database.Sql("SELECT count(*) FROM folders WHERE checked_at IS NOT NULL").With().Number() ?? 0);

    /// <summary>The known folders that are there now.</summary>
    internal HashSet<long> RootsHere() => Use(() => _folders.Roots().Except(NewList([]).Away).ToHashSet());

    private CheckList NewList(IReadOnlyList<string> folders)
    {
        var checks = new CheckList(_database, _folders);
        checks.Begin(folders);
        return checks;
    }

    /// <summary>No more files than this are known; costs nothing.</summary>
    internal long MostFiles() => Use(() => _database.Sql("SELECT max(row) FROM files").With().Number() ?? 0);

    /// <summary>Asks the tables themselves.</summary>
    internal T Read<T>(Func<IndexDatabase, FolderTable, T> work) => Use(() => work(_database, _folders));

    /// <summary>True for the id of a file that is known.</summary>
    internal bool Has(long uid) => UseOrAnew(() => _files.Holder(uid) is not null);

    /// <summary>Notes that folders were found unchanged just now.</summary>
    internal void MarkChecked(IReadOnlyList<long> folders) => Write(() =>
    {
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var folder in folders)
            _database.Sql("UPDATE folders SET checked_at = ?2 WHERE id = ?1").With(folder, now).Run();
    }, ShortWait);

    /// <summary>Puts one file right: gone when <paramref name="stat"/> is null.</summary>
    internal void Correct(long uid, FileStat? stat) => Write(() =>
    {
        if (_files.Holder(uid) is not { } holder)
            return;
        if (stat is null)
            _files.Remove(holder.Row);
        else
            _files.Correct(holder.Row, stat.Value);
    }, ShortWait);

    private void Remove(long id)
    {
        var kept = new HashSet<long>();
        foreach (var root in _folders.RootsIn(id))
        {
            kept.UnionWith(_folders.Tree(root));
            for (var lead = _folders.ParentOf(root); lead != 0 && kept.Add(-lead) && lead != id;)
                lead = _folders.ParentOf(lead);
        }

        foreach (var folder in _folders.Tree(id).Where(folder => !kept.Contains(folder)))
        {
            _files.RemoveAll(folder);
            if (kept.Contains(-folder))
                _folders.MakeLead(folder);
            else if (folder != id)
                _folders.Remove(folder);
        }

        _folders.MakeLead(id);
        _folders.Prune(id);
    }

    private void Write(Action work, int patience = LongWait) => Use(() =>
    {
        _database.WaitAtMost(patience);
        _database.Sql("BEGIN IMMEDIATE").With().Run();
        try
        {
            work();
            _blocks.Flush();
            _database.Sql("COMMIT").With().Run();
            return true;
        }
        catch
        {
            _blocks.Drop();
            _database.RollBack();
            throw;
        }
    });

    private T UseOrAnew<T>(Func<T> work)
    {
        try
        {
            return Use(work);
        }
        catch (IndexRebuiltException)
        {
            return Use(work);
        }
    }

    private T Use<T>(Func<T> work)
    {
        lock (_lock)
        {
            try
            {
                return work();
            }
            catch (Exception e) when (IndexDatabase.IsDamage(e))
            {
                _database.Rebuild();
                throw new IndexRebuiltException(e);
            }
            catch (SqliteException e) when (Sentence(e) is { } sentence)
            {
                throw new BuddyException(sentence, inner: e);
            }
        }
    }

    private static string? Sentence(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Another Bit Buddy is writing the index: try again in a moment.",
        raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY =>
            "The index could not be written, the disk is full or failing: make room there and try again.",
        _ => null,
    };
}
