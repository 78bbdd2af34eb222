namespace BitBuddy.Files;

/// <summary>The known folders as rows: one tree from the file system's root.</summary>
internal sealed class FolderTable(IndexDatabase database)
{
    // A path has at most 2,048 folders; what goes deeper is a circle in a damaged tree.
    private const int DeepestTree = 2100;

    private const string Inside = """
        WITH RECURSIVE inside(id) AS (VALUES(?1) UNION SELECT f.id FROM inside JOIN folders f ON f.parent = inside.id)
        """;

    /// <summary>The row of an absolute folder; null when it is not in the index.</summary>
    public long? Find(string absolute)
    {
        long? id = 0;
        foreach (var name in PathText.Parts(absolute))
        {
            id = Find(id.Value, name);
            if (id is null)
                return null;
        }

        return id;
    }

    public long? Find(long parent, byte[] name) =>
        database.Sql("SELECT id FROM folders WHERE parent = ?1 AND name = ?2").With(parent, name).Number();

    /// <summary>The row of an absolute folder, made with all that lead to it.</summary>
    public long Ensure(string absolute)
    {
        long id = 0;
        foreach (var name in PathText.Parts(absolute))
            id = Find(id, name) ?? Add(id, name, checkedAt: null);
        return id;
    }

    public long Add(long parent, byte[] name, long? checkedAt) =>
        database.Sql("INSERT INTO folders(parent, name, fold, checked_at) VALUES(?1, ?2, ?3, ?4) RETURNING id")
            .With(parent, name, NameFold.Fold(name), checkedAt).Number()!.Value;

    /// <summary>Notes that a folder was found as it was.</summary>
    public void MarkChecked(long id, long checkedAt) =>
        database.Dated(database.Sql("UPDATE folders SET checked_at = ?2 WHERE id = ?1 AND checked_at IS NOT NULL").With(id, checkedAt).Run());

    /// <summary>Notes that a folder was read; false when the row is gone, another's, or wrongly folded.</summary>
    /// <param name="parent">Null for a starting folder.</param>
    /// <param name="device">0 where it lies on the same one as its parent; null where that is not known.</param>
    public bool MarkRead(long id, long? parent, byte[] name, long modifiedNs, long checkedAt, long? device)
    {
        const string Update = "UPDATE folders SET mtime_ns = ?4, checked_at = ?5, device = ifnull(?6, device) WHERE id = ?1 AND parent = ifnull(?2, parent) AND name = ?3 AND fold = ?7 AND checked_at IS ";
        var fold = NameFold.Fold(name);
        var again = database.Sql(Update + "NOT NULL").With(id, parent, name, modifiedNs, checkedAt, device, fold).Run();
        database.Dated(again);
        return again == 1 || database.Sql(Update + "NULL").With(id, parent, name, modifiedNs, checkedAt, device, fold).Run() == 1;
    }

    /// <summary>The file system a folder lay on when it was read; 0 where its parent tells.</summary>
    public long DeviceOf(long id) => database.Sql("SELECT device FROM folders WHERE id = ?1").With(id).Number() ?? 0;

    /// <summary>True where a disk is away: the folder, or one above it, is not there, or stands empty on another device than it was on.</summary>
    public bool IsAway(long id)
    {
        for (var depth = 0; id != 0 && depth < DeepestTree; depth++)
        {
            var row = database.Sql("SELECT device, root, parent FROM folders WHERE id = ?1").With(id);
            if (!row.Step())
                return false;
            var (device, root, parent) = (row.Int(0), row.Int(1), row.Int(2));
            row.Reset();
            if ((device != 0 || root > 0) && MountPoint.IsAway(PathOf(id, []), (ulong)device))
                return true;
            id = parent;
        }

        return false;
    }

    /// <summary>When the folder's contents were last known to be so, Unix ms.</summary>
    public long? CheckedAt(long id) => database.Sql("SELECT checked_at FROM folders WHERE id = ?1").With(id).Number();

    public List<(long Id, byte[] Name)> Children(long id)
    {
        var children = new List<(long, byte[])>();
        var rows = database.Sql("SELECT id, name FROM folders WHERE parent = ?1").With(id);
        while (rows.Step())
            children.Add((rows.Int(0), rows.Blob(1).ToArray()));
        return children;
    }

    /// <summary>Writes the folded name anew; false where the folder has another name, or was folded rightly.</summary>
    public bool Fold(long id, byte[] name) =>
        database.Sql("UPDATE folders SET fold = ?2 WHERE id = ?1 AND name = ?3 AND fold IS NOT ?2").With(id, NameFold.Fold(name), name).Run() == 1;

    /// <summary>The read folders of a name, which is folded already.</summary>
    public List<long> Named(string fold)
    {
        var named = new List<long>();
        var rows = database.Sql("SELECT id FROM folders WHERE fold = ?1 AND checked_at IS NOT NULL").With(fold);
        while (rows.Step())
            named.Add(rows.Int(0));
        return named;
    }

    /// <summary>The known folders in a folder's tree, itself included.</summary>
    public List<long> RootsIn(long id)
    {
        var roots = new List<long>();
        var rows = database.Sql(Inside + " SELECT id FROM folders WHERE root > 0 AND id IN inside").With(id);
        while (rows.Step())
            roots.Add(rows.Int(0));
        return roots;
    }

    /// <summary>The known folders.</summary>
    public List<long> Roots()
    {
        var roots = new List<long>();
        var rows = database.Sql("SELECT id FROM folders WHERE root > 0").With();
        while (rows.Step())
            roots.Add(rows.Int(0));
        return roots;
    }

    /// <summary>The known folders on the way up from a folder.</summary>
    public IEnumerable<long> RootsAbove(long id) => Roots().Where(root => LiesIn(id, new() { [root] = true }));

    /// <summary>True where every known folder is one of these or lies in one.</summary>
    public bool HoldAll(IReadOnlyCollection<long> ids)
    {
        var inside = ids.ToDictionary(id => id, _ => true);
        return Roots().TrueForAll(root => LiesIn(root, inside));
    }

    /// <summary>True for a folder in the tree of one of <paramref name="inside"/>, which remembers each answer.</summary>
    public bool LiesIn(long id, Dictionary<long, bool> inside, int depth = 0)
    {
        if (inside.TryGetValue(id, out var known))
            return known;
        return inside[id] = id != 0 && depth < DeepestTree && LiesIn(ParentOf(id), inside, depth + 1);
    }

    public long ParentOf(long id) => database.Sql("SELECT parent FROM folders WHERE id = ?1").With(id).Number() ?? 0;

    public void Remove(long id) => database.Sql("DELETE FROM folders WHERE id = ?1").With(id).Run();

    /// <summary>The row stays only as the way to a known folder below it.</summary>
    public void MakeLead(long id) =>
        database.Sql("UPDATE folders SET checked_at = NULL, mtime_ns = -1 WHERE id = ?1").With(id).Run();

    /// <summary>Removes a row and those above it that lead to no known folder any more.</summary>
    public void Prune(long id)
    {
        while (id != 0 && CheckedAt(id) is null && Children(id).Count == 0)
        {
            var parent = ParentOf(id);
            Remove(id);
            id = parent;
        }
    }

    /// <summary>0: not a known folder; 1: its first scan is not finished; 2: scanned.</summary>
    public void SetRoot(long id, int state) =>
        database.Sql("UPDATE folders SET root = ?2 WHERE id = ?1").With(id, state).Run();

    /// <summary>True when the folder or one above it is a known folder in at least this state.</summary>
    public bool IsKnown(long id, int state)
    {
        for (var (at, depth) = (id, 0); at != 0 && depth < DeepestTree; depth++)
        {
            var row = database.Sql("SELECT root, parent FROM folders WHERE id = ?1").With(at);
            if (!row.Step())
                return false;
            var (root, parent) = (row.Int(0), row.Int(1));
            row.Reset();
            if (root >= state)
                return true;
            at = parent;
        }

        return false;
    }

    /// <summary>All rows of a folder's tree, itself first.</summary>
    public List<long> Tree(long id)
    {
        var rows = new List<long>();
        var statement = database.Sql(Inside + " SELECT id FROM inside").With(id);
        while (statement.Step())
            rows.Add(statement.Int(0));
        return rows;
    }

    /// <summary>The path of a row as bytes; remembered in <paramref name="known"/>.</summary>
    public byte[] PathOf(long id, Dictionary<long, byte[]> known)
    {
        var names = new Stack<(long Id, byte[] Name)>();
        byte[]? path = null;
        for (var at = id; at != 0 && !known.TryGetValue(at, out path) && names.Count < DeepestTree;)
        {
            var row = database.Sql("SELECT parent, name FROM folders WHERE id = ?1").With(at);
            if (!row.Step())
                break;
            names.Push((at, row.Blob(1).ToArray()));
            at = row.Int(0);
            row.Reset();
        }

        path ??= [];
        foreach (var (folder, name) in names)
            known[folder] = path = PathText.Join(path, name);
        return path;
    }
}
