using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitBuddy.Files;

/// <summary>All folders' rows at one moment, side by side in memory: what lies below folders of a name costs no query.</summary>
internal sealed class FolderTree
{
    // Folders have fewer rows than this; a larger number is damage.
    private const int LastRow = 1 << 26;

    // Room that is set aside at first.
    private const int LikelyFolders = 1 << 20;
    private const int LikelyName = 12;

    // By id.
    private readonly int[] _parents;
    private readonly FolderSet _read;

    private readonly List<int> _ids;

    // A zero, then each folded name with a zero behind it; _ends is where the next one begins.
    private readonly List<int> _ends;
    private byte[] _names;

    public FolderTree(IndexDatabase database)
    {
        var last = (int)Math.Max(database.Sql("SELECT max(id) FROM folders WHERE id <= ?1").With(LastRow).Number() ?? 0, 0);
        (_parents, _read) = (new int[last + 1], new(last + 1));
        var likely = Math.Min(last, LikelyFolders);
        (_ids, _ends, _names) = (new(likely), new(likely), new byte[1 + (LikelyName * likely)]);

        // Each column costs a call, each row as much as some columns: numbers come as one. "+": each row is looked at, in the order they lie in.
        var rows = database.Sql(
            "SELECT (id << 32) | (parent << 1) | (checked_at IS NOT NULL), fold FROM folders WHERE +id BETWEEN 1 AND ?1 AND +parent BETWEEN 0 AND ?1 ORDER BY id").With(LastRow);
        for (var before = 0; rows.Step();)
        {
            var row = rows.Int(0);
            var id = (int)(row >> 32);
            if (id <= before || id > last)
                throw new SqliteException("folders out of their order", raw.SQLITE_CORRUPT);
            before = id;
            _parents[id] = (int)(row >> 1) & int.MaxValue;
            if ((row & 1) != 0)
                _read.Add(id);
            Keep(id, rows.Blob(1));
        }
    }

    /// <summary>The folders inside known ones of a folded name, by id.</summary>
    public FolderSet Named(ReadOnlySpan<byte> name) => Known([0, .. name, 0], 1);

    /// <summary>The folders inside known ones whose folded name contains a word, by id.</summary>
    public FolderSet Holding(ReadOnlySpan<byte> word) => Known(word, 0);

    /// <summary>The folders of a set with all below them.</summary>
    public FolderSet Below(FolderSet starts)
    {
        var inside = new FolderSet(_parents.Length);
        if (starts.IsEmpty)
            return inside;
        var known = new FolderSet(_parents.Length);
        var way = new List<int>();
        foreach (var id in _ids)
        {
            // A circle in a damaged tree ends at what is known already.
            var at = id;
            for (; at > 0 && at < _parents.Length && !known.Has(at); at = _parents[at])
            {
                known.Add(at);
                way.Add(at);
                if (starts.Has(at))
                    break;
            }

            if (starts.Has(at) || inside.Has(at))
            {
                foreach (var folder in way)
                    inside.Add(folder);
            }

            way.Clear();
        }

        return inside;
    }

    /// <summary>The folders of a set whose parent lies in another.</summary>
    public FolderSet In(FolderSet folders, FolderSet parents)
    {
        var set = new FolderSet(_parents.Length);
        foreach (var id in _ids.Where(id => folders.Has(id) && parents.Has(_parents[id])))
            set.Add(id);
        return set;
    }

    /// <summary>Every row.</summary>
    public FolderSet All => Of(_ids.Select(id => (long)id));

    /// <summary>What is neither in the tree of one of these folders nor leads to one.</summary>
    public IEnumerable<long> Apart(IReadOnlyCollection<long> folders)
    {
        var needed = Below(Of(folders));
        foreach (var folder in folders)
        {
            for (var at = folder; at > 0 && at < _parents.Length && !(at != folder && needed.Has((int)at)); at = _parents[at])
                needed.Add((int)at);
        }

        return _ids.Where(id => !needed.Has(id)).Select(id => (long)id);
    }

    public FolderSet Of(IEnumerable<long> ids)
    {
        var set = new FolderSet(_parents.Length);
        foreach (var id in ids.Where(id => id > 0 && id < _parents.Length))
            set.Add((int)id);
        return set;
    }

    // Found in all names at once; what it begins with before a name of its own is none of that name's.
    private FolderSet Known(ReadOnlySpan<byte> text, int before)
    {
        var set = new FolderSet(_parents.Length);
        for (int from = 0, i = 0; i < _ids.Count && _names.AsSpan(from, _ends[^1] - from).IndexOf(text) is var at and >= 0;)
        {
            while (_ends[i] <= from + at + before)
                i++;
            if (_read.Has(_ids[i]))
                set.Add(_ids[i]);
            from = _ends[i] - before;
        }

        return set;
    }

    private void Keep(int id, ReadOnlySpan<byte> name)
    {
        var start = _ends.Count > 0 ? _ends[^1] : 1;
        var end = start + name.Length + 1;
        if (end > _names.Length)
            Array.Resize(ref _names, Math.Max(end, 2 * _names.Length));
        name.CopyTo(_names.AsSpan(start));
        _ids.Add(id);
        _ends.Add(end);
    }
}
