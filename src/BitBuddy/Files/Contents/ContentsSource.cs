namespace BitBuddy.Files.Contents;

/// <summary>Known files whose contents are not known as they are now, the newest first. All that is asked of the index's own tables stands here.</summary>
internal sealed class ContentsSource(ContentsDatabase database)
{
    // A path has at most 2,048 folders; what goes deeper is a circle in a damaged tree.
    private const int DeepestTree = 2100;

    private readonly Dictionary<long, byte[]> _folders = [];

    // Films and programs hold no words.
    private static readonly string Waiting =
        $"FROM idx.files f LEFT JOIN docs d ON d.uid = f.uid AND d.mtime_ns = f.mtime_ns AND d.bytes = f.bytes "
        + $"WHERE d.uid IS NULL AND f.kind NOT IN ({(int)FileKind.Video}, {(int)FileKind.App})";

    public long Count() => database.Sql("SELECT count(*) " + Waiting).With().Number() ?? 0;

    /// <summary>Up to so many, below a place in the order; none given: from its beginning.</summary>
    public List<WaitingFile> Next(int most, (long ModifiedNs, long Uid)? below)
    {
        var files = new List<WaitingFile>();
        var rows = database.Sql($"SELECT f.uid, f.folder, f.name, f.bytes, f.mtime_ns {Waiting} AND (f.mtime_ns, f.uid) < (?1, ?2) ORDER BY f.mtime_ns DESC, f.uid DESC LIMIT ?3")
            .With(below?.ModifiedNs ?? long.MaxValue, below?.Uid ?? long.MaxValue, most);
        var found = new List<(long Uid, long Folder, byte[] Name, long Bytes, long ModifiedNs)>();
        while (rows.Step())
            found.Add((rows.Int(0), rows.Int(1), rows.Blob(2).ToArray(), rows.Int(3), rows.Int(4)));
        foreach (var file in found)
            files.Add(new WaitingFile(file.Uid, PathText.Join(FolderOf(file.Folder), file.Name), file.Bytes, file.ModifiedNs));
        return files;
    }

    /// <summary>Is it a known file still?</summary>
    public bool Knows(long uid) => database.Sql("SELECT 1 FROM idx.files WHERE uid = ?1").With(uid).Number() is not null;

    /// <summary>The path of a known file; null where it is none.</summary>
    public byte[]? PathOf(long uid)
    {
        var row = database.Sql("SELECT folder, name FROM idx.files WHERE uid = ?1").With(uid);
        if (!row.Step())
            return null;
        var (folder, name) = (row.Int(0), row.Blob(1).ToArray());
        row.Reset();
        return PathText.Join(FolderOf(folder), name);
    }

    /// <summary>Known files, as they are now, that could not be read or not to their end.</summary>
    public List<(long Uid, ContentState State, ContentReason Reason)> Troubled()
    {
        var found = new List<(long, ContentState, ContentReason)>();
        var rows = database.Sql("SELECT d.uid, d.state, d.reason FROM docs d JOIN idx.files f ON f.uid = d.uid AND f.mtime_ns = d.mtime_ns AND f.bytes = d.bytes WHERE d.state > 1").With();
        while (rows.Step())
            found.Add((rows.Int(0), (ContentState)rows.Int(1), (ContentReason)rows.Int(2)));
        return found;
    }

    private byte[] FolderOf(long id)
    {
        if (_folders.TryGetValue(id, out var known))
            return known;
        var names = new Stack<(long Id, byte[] Name)>();
        byte[]? path = null;
        for (var at = id; at != 0 && !_folders.TryGetValue(at, out path) && names.Count < DeepestTree;)
        {
            var row = database.Sql("SELECT parent, name FROM idx.folders WHERE id = ?1").With(at);
            if (!row.Step())
                break;
            names.Push((at, row.Blob(1).ToArray()));
            at = row.Int(0);
            row.Reset();
        }

        path ??= [];
        foreach (var (folder, name) in names)
            _folders[folder] = path = PathText.Join(path, name);
        return path;
    }
}
