namespace BitBuddy.Files;

/// <summary>The files a question speaks of, with their paths: what insights begin with.</summary>
internal sealed class Candidates(FileIndex index)
{
    /// <summary>Files of a size that another one of them has too, the largest first; empty files never.</summary>
    public List<InsightFile> OfTheSameSize(FileQuery query, CancellationToken cancellationToken)
    {
        var found = index.Rows(query with { Take = null, Order = FileOrder.Largest, MinBytes = Math.Max(query.MinBytes ?? 1, 1) }, cancellationToken);
        return Read([.. found.Where((file, i) => (i > 0 && found[i - 1].Bytes == file.Bytes) || (i + 1 < found.Count && found[i + 1].Bytes == file.Bytes))]);
    }

    /// <summary>All of them, folder by folder.</summary>
    public List<InsightFile> ByFolder(FileQuery query, CancellationToken cancellationToken)
    {
        var files = Read(index.Rows(query with { Take = null, Order = FileOrder.Oldest }, cancellationToken));
        files.Sort((a, b) => a.Folder != b.Folder ? a.Folder.CompareTo(b.Folder) : a.Uid.CompareTo(b.Uid));
        return files;
    }

    private List<InsightFile> Read(IReadOnlyList<FoundFile> found) => index.Read((database, folders) =>
    {
        var paths = new Dictionary<long, byte[]>();
        var files = new List<InsightFile>(found.Count);
        foreach (var file in found)
        {
            var row = database.Sql("SELECT uid, folder, name, bytes, mtime_ns, kind FROM files WHERE row = ?1").With(file.Row);
            if (!row.Step())
                continue;
            var (uid, folder, name, bytes, modified, kind) = (row.Int(0), row.Int(1), row.Blob(2).ToArray(), row.Int(3), row.Int(4), (FileKind)row.Int(5));
            row.Reset();
            files.Add(new(uid, folder, name, bytes, modified, kind, PathText.Join(folders.PathOf(folder, paths), name)));
        }

        return files;
    });
}
