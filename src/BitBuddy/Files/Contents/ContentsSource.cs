using Microsoft.Data.Sqlite;

namespace BitBuddy.Files.Contents;

/// <summary>Known files whose contents are not known as they are now, the newest first. All that is asked of the index's own tables stands here.</summary>
internal sealed class ContentsSource(ContentsDatabase database)
{
    // A path has at most 2,048 folders; what goes deeper is a circle in a damaged tree.
    private const int DeepestTree = 2100;

    private readonly Dictionary<long, byte[]> _folders = [];

    // Films and programs hold no words. Folders are left out before contents are looked for: most of a disk may lie in them.
    private static readonly string WaitingRows = $"""
        WITH RECURSIVE closed(id) AS (SELECT value FROM json_each(?1) UNION SELECT folders.id FROM closed JOIN idx.folders ON folders.parent = closed.id)
        SELECT f.row, f.uid FROM idx.files f LEFT JOIN docs d ON d.uid = f.uid AND d.mtime_ns = f.mtime_ns AND d.bytes = f.bytes
        WHERE f.kind NOT IN ({(int)FileKind.Video}, {(int)FileKind.App}) AND f.folder NOT IN closed AND d.uid IS NULL
        ORDER BY f.mtime_ns DESC, f.uid DESC
        """;

    /// <summary>All that wait outside of these folders, in one pass over the index.</summary>
    public FileRow[] Waiting(IReadOnlyList<string> closed, CancellationToken cancellationToken)
    {
        using var stop = cancellationToken.Register(database.Interrupt);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var waiting = new List<FileRow>();
            var rows = database.Sql(WaitingRows).With($"[{string.Join(',', closed.Select(FolderAt).OfType<long>())}]");
            while (rows.Step())
                waiting.Add(new(rows.Int(0), rows.Int(1)));
            return [.. waiting];
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>A known file as it is to be read; null where it is none.</summary>
    public WaitingFile? Find(FileRow file)
    {
        var row = database.Sql("SELECT folder, name, bytes, mtime_ns FROM idx.files WHERE row = ?1 AND uid = ?2").With(file.Row, file.Uid);
        if (!row.Step())
            return null;
        var (folder, name, bytes, modifiedNs) = (row.Int(0), row.Blob(1).ToArray(), row.Int(2), row.Int(3));
        row.Reset();
        return new WaitingFile(file, PathText.Join(FolderOf(folder), name), bytes, modifiedNs);
    }

    /// <summary>Is it a known file still?</summary>
    public bool Knows(FileRow file) => database.Sql("SELECT 1 FROM idx.files WHERE row = ?1 AND uid = ?2").With(file.Row, file.Uid).Number() is not null;

    /// <summary>The path of a known file; null where it is none.</summary>
    public byte[]? PathOf(long uid) =>
        database.Sql("SELECT row FROM idx.files WHERE uid = ?1").With(uid).Number() is { } row ? Find(new FileRow(row, uid))?.Path : null;

    /// <summary>Known files, as they are now, that could not be read or not to their end.</summary>
    public List<(long Uid, ContentState State, ContentReason Reason)> Troubled()
    {
        var found = new List<(long, ContentState, ContentReason)>();
        var rows = database.Sql("SELECT d.uid, d.state, d.reason FROM docs d JOIN idx.files f ON f.uid = d.uid AND f.mtime_ns = d.mtime_ns AND f.bytes = d.bytes WHERE d.state > 1").With();
        while (rows.Step())
            found.Add((rows.Int(0), (ContentState)rows.Int(1), (ContentReason)rows.Int(2)));
        return found;
    }

    private long? FolderAt(string folder)
    {
        long? id = 0;
        foreach (var name in PathText.Parts(PathText.Absolute(folder)))
            id = id is { } parent ? database.Sql("SELECT id FROM idx.folders WHERE parent = ?1 AND name = ?2").With(parent, name).Number() : null;
        return id;
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
