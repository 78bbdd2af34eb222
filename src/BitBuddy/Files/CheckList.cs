using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>The read folders in some trees, least recently checked first, a page at a time: who stops early has not paid for the rest.</summary>
internal sealed class CheckList(IndexDatabase database, FolderTable folders)
{
    private const int PageSize = 256;
    private const int MostPaths = 4096;
    private const string All = "SELECT id, parent, name, mtime_ns, checked_at, root FROM folders WHERE checked_at IS NOT NULL";
    private const long LatestMoment = 253_402_300_799_999;

    private readonly Dictionary<long, byte[]> _paths = [];
    private readonly Dictionary<long, bool> _inside = [];
    private readonly Dictionary<long, bool> _away = [];
    private (long CheckedAt, long Id) _last = (long.MinValue, long.MinValue);
    private bool _all;

    /// <param name="trees">Absolute; none: all that is known.</param>
    public void Begin(IReadOnlyList<string> trees)
    {
        var ids = trees.Select(path => folders.Find(PathText.Absolute(path))).OfType<long>().ToList();
        _all = trees.Count == 0 || folders.HoldAll(ids);
        foreach (var id in ids)
            _inside[id] = true;
        foreach (var root in folders.Roots())
        {
            if (folders.IsAway(root))
                _away[root] = true;
        }
    }

    /// <summary>The next ones, empty at the end. What is checked meanwhile comes again, once its turn has come.</summary>
    public List<FolderCheck> Next()
    {
        var page = new List<FolderCheck>();
        while (page.Count == 0)
        {
            var seen = 0;
            var found = new List<Row>();
            var rows = database.Sql($"{All} AND (checked_at, id) > (?1, ?2) ORDER BY checked_at, id LIMIT ?3").With(_last.CheckedAt, _last.Id, PageSize);
            for (; rows.Step(); seen++)
            {
                _last = (rows.Int(4), rows.Int(0));
                found.Add(Row.Of(rows));
            }

            page.AddRange(found.Where(row => _all || folders.LiesIn(row.Id, _inside)).Select(Check));
            if (seen == 0)
                break;
        }

        return page;
    }

    /// <summary>So many of the most recently changed, and every known folder.</summary>
    public List<FolderCheck> Newest(int most) => Rows($"{All} ORDER BY root DESC, mtime_ns DESC LIMIT ?1", most);

    /// <summary>The next page by id, whenever they were checked; empty at the end.</summary>
    public List<FolderCheck> After(long id) => Rows($"{All} AND id > ?1 ORDER BY id LIMIT {PageSize}", id);

    /// <summary>The folder of a row; null where it is gone or was never read.</summary>
    public FolderCheck? Of(long id) => Rows($"{All} AND id = ?1", id) is [var check] ? check : null;

    /// <summary>The known folders that are away.</summary>
    public IReadOnlyCollection<long> Away => [.. _away.Where(folder => folder.Value).Select(folder => folder.Key)];

    private List<FolderCheck> Rows(string sql, long value)
    {
        var found = new List<Row>();
        var rows = database.Sql(sql).With(value);
        while (rows.Step())
            found.Add(Row.Of(rows));
        return found.ConvertAll(Check);
    }

    private FolderCheck Check(Row row)
    {
        // A reader that takes its time should not come to hold every path.
        if (_paths.Count > MostPaths)
            _paths.Clear();
        var path = PathText.Join(folders.PathOf(row.Parent, _paths), row.Name);
        return new FolderCheck(row.Id, row.Name, path, row.ModifiedNs, row.CheckedAt, row.IsRoot, _away.Count > 0 && folders.LiesIn(row.Id, _away));
    }

    private readonly record struct Row(long Id, long Parent, byte[] Name, long ModifiedNs, long CheckedAt, bool IsRoot)
    {
        public static Row Of(Statement row) =>
            new(row.Int(0), row.Int(1), row.Blob(2).ToArray(), row.Int(3), Math.Clamp(row.Int(4), 0, LatestMoment), row.Int(5) > 0);
    }
}
