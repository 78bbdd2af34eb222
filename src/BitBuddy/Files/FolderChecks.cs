namespace BitBuddy.Files;

/// <summary>When each folder of the index was read, for those who keep it true.</summary>
internal sealed class FolderChecks(IndexDatabase database, FolderTable folders, IndexAccess access, TimeProvider clock)
{
    private (object? State, long Folders) _counted;

    /// <summary>The read folders in the trees given (none: all), least recently checked first; what is checked meanwhile comes last.</summary>
    public IEnumerable<FolderCheck> Of(IReadOnlyList<string> trees)
    {
        var begun = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var list = access.Use(() => NewList(trees));
        while (access.Read(list.Next) is { Count: > 0 } page)
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
    public IReadOnlyList<FolderCheck> OfRows(IReadOnlyCollection<long> rows)
    {
        if (rows.Count == 0)
            return [];
        return access.Read(() =>
        {
            var list = NewList([]);
            return rows.Select(list.Of).OfType<FolderCheck>().ToList();
        });
    }

    /// <summary>The moment as of which everything known of the trees holds; null when nothing is known. None given: all.</summary>
    public DateTimeOffset? Oldest(IReadOnlyList<string> trees) =>
        access.UseOrAnew(() => Of(trees).FirstOrDefault()) is { CheckedAt: var oldest, Id: not 0 } ? DateTimeOffset.FromUnixTimeMilliseconds(oldest) : null;

    /// <summary>As <see cref="Oldest"/> of all that is known, in no time.</summary>
    public DateTimeOffset? AsOf() => access.UseOrAnew(() => database.Sql("SELECT min(checked_at) FROM folders WHERE checked_at IS NOT NULL").With().Number()) is { } oldest
        ? DateTimeOffset.FromUnixTimeMilliseconds(oldest)
        : null;

    /// <summary>So many of the most recently changed folders, with the known ones.</summary>
    public List<FolderCheck> Newest(int most) => access.Read(() => NewList([]).Newest(most));

    /// <summary>The next read folders after an id; none at the end.</summary>
    public List<FolderCheck> After(long id) => access.Read(() => NewList([]).After(id));

    /// <summary>The known folders that are there now.</summary>
    public HashSet<long> RootsHere() => access.Use(() => folders.Roots().Except(NewList([]).Away).ToHashSet());

    /// <summary>How many folders are read.</summary>
    public long Count() => access.UseOrAnew(() =>
    {
        object state = database.State();
        if (!state.Equals(_counted.State))
            _counted = (state, database.Sql("SELECT count(*) FROM folders WHERE checked_at IS NOT NULL").With().Number() ?? 0);
        return _counted.Folders;
    });

    /// <summary>No more folders than this are known; costs nothing.</summary>
    public long Most() => access.UseOrAnew(() => database.Sql("SELECT max(id) FROM folders").With().Number() ?? 0);

    /// <summary>Notes that folders were found unchanged just now.</summary>
    public void Mark(IReadOnlyList<long> unchanged) => access.Write(() =>
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var folder in unchanged)
            folders.MarkChecked(folder, now);
    }, IndexAccess.ShortWait);

    private CheckList NewList(IReadOnlyList<string> trees)
    {
        var checks = new CheckList(database, folders);
        checks.Begin(trees);
        return checks;
    }
}
