namespace BitBuddy.Files;

/// <summary>Adds up what folders take, by folder and kind, from the index alone.</summary>
internal sealed class DiskMap(FileIndex index)
{
    // A path has at most 2,048 folders; what goes deeper is a circle in a damaged tree.
    private const int DeepestTree = 2100;
    private static readonly int Kinds = Enum.GetValues<FileKind>().Length;

    /// <summary>The folder's tree, so many levels of folders below it; null where it is not in the index.</summary>
    public MapFolder? Of(string folder, int depth) => index.Read((database, folders) =>
    {
        if (folders.Find(PathText.Absolute(folder)) is not { } root || folders.CheckedAt(root) is null)
            return null;
        var parents = new Dictionary<long, (long Parent, byte[] Name)>();
        var rows = database.Sql("SELECT id, parent, name FROM folders").With();
        while (rows.Step())
            parents[rows.Int(0)] = (rows.Int(1), rows.Blob(2).ToArray());
        var sums = Sums(database, parents);
        var children = parents.Where(row => row.Value.Parent != 0).ToLookup(row => row.Value.Parent, row => row.Key);
        return Node(root, folders.PathOf(root, []), depth);

        MapFolder Node(long id, byte[] path, int levels)
        {
            var sum = sums.GetValueOrDefault(id) ?? new (long Files, long Bytes)[Kinds];
            var below = levels <= 0 ? [] : children[id].Where(sums.ContainsKey).Select(child => Node(child, PathText.Join(path, parents[child].Name), levels - 1));
            var shown = PathText.Show(path);
            return new(
                Path.GetFileName(shown) is { Length: > 0 } name ? name : shown, shown, sum.Sum(kind => kind.Files), sum.Sum(kind => kind.Bytes),
                [.. sum.Select((kind, i) => new MapKind((FileKind)i, kind.Files, kind.Bytes)).Where(kind => kind.Files > 0).OrderByDescending(kind => kind.Bytes).ThenBy(kind => kind.Kind)],
                [.. below.OrderByDescending(child => child.Bytes).ThenBy(child => child.Path, StringComparer.Ordinal)])
            {
                PathBytes = PathText.IsText(path) ? null : path,
            };
        }
    });

    // Each folder's own files are added to it and to all above it.
    private static Dictionary<long, (long Files, long Bytes)[]> Sums(IndexDatabase database, Dictionary<long, (long Parent, byte[] Name)> parents)
    {
        var sums = new Dictionary<long, (long Files, long Bytes)[]>();
        var rows = database.Sql("SELECT folder, kind, count(*), CAST(total(bytes) AS INTEGER) FROM files GROUP BY folder, kind").With();
        while (rows.Step())
        {
            var (kind, files, bytes) = ((int)rows.Int(1), rows.Int(2), rows.Int(3));
            if (kind < 0 || kind >= Kinds)
                kind = 0;
            for (var (at, deep) = (rows.Int(0), 0); at != 0 && deep < DeepestTree && parents.TryGetValue(at, out var row); (at, deep) = (row.Parent, deep + 1))
            {
                if (!sums.TryGetValue(at, out var sum))
                    sums[at] = sum = new (long Files, long Bytes)[Kinds];
                sum[kind] = (sum[kind].Files + files, sum[kind].Bytes + bytes);
            }
        }

        return sums;
    }
}
