namespace BitBuddy.Files;

/// <summary>All folders' rows at one moment, side by side in memory: what lies below folders of a name costs no query.</summary>
internal sealed class FolderTree
{
    // Folders have fewer rows than this; a larger number is damage.
    private const int LastRow = 1 << 26;

    private readonly List<int> _ids = [];
    private readonly List<int> _ends = [];
    private byte[] _names = new byte[4096];
    private int[] _parents = new int[1024];
    private bool[] _read = new bool[1024];

    public FolderTree(IndexDatabase database)
    {
        var rows = database.Sql("SELECT id, parent, checked_at IS NOT NULL, fold FROM folders").With();
        while (rows.Step())
        {
            if (rows.Int(0) is <= 0 or > LastRow || rows.Int(1) is < 0 or > LastRow)
                continue;
            var id = (int)rows.Int(0);
            if (id >= _parents.Length)
            {
                Array.Resize(ref _parents, Math.Max(id + 1, 2 * _parents.Length));
                Array.Resize(ref _read, _parents.Length);
            }

            (_parents[id], _read[id]) = ((int)rows.Int(1), rows.Int(2) != 0);
            Keep(id, rows.Blob(3));
        }
    }

    /// <summary>The folders inside known ones for whose folded name it is so, by id.</summary>
    public FolderSet Named(Func<ReadOnlySpan<byte>, bool> isSo)
    {
        var set = new FolderSet(_parents.Length);
        for (int i = 0, start = 0; i < _ids.Count; start = _ends[i++])
        {
            if (_read[_ids[i]] && isSo(_names.AsSpan(start, _ends[i] - start)))
                set.Add(_ids[i]);
        }

        return set;
    }

    /// <summary>The folders of a set with all below them.</summary>
    public FolderSet Below(FolderSet starts)
    {
        var inside = new FolderSet(_parents.Length);
        if (starts.IsEmpty)
            return inside;
        var known = new bool[_parents.Length];
        var way = new List<int>();
        foreach (var id in _ids)
        {
            // A circle in a damaged tree ends at what is known already.
            var at = id;
            for (; at > 0 && at < known.Length && !known[at]; at = _parents[at])
            {
                known[at] = true;
                way.Add(at);
                if (starts.Has(at))
                    break;
            }

            var isInside = starts.Has(at) || inside.Has(at);
            foreach (var folder in isInside ? way : [])
                inside.Add(folder);
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

    private void Keep(int id, ReadOnlySpan<byte> name)
    {
        var start = _ends.Count > 0 ? _ends[^1] : 0;
        if (start + name.Length > _names.Length)
            Array.Resize(ref _names, Math.Max(start + name.Length, 2 * _names.Length));
        name.CopyTo(_names.AsSpan(start));
        _ids.Add(id);
        _ends.Add(start + name.Length);
    }
}
