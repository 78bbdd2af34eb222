namespace BitBuddy.Files;

/// <summary>All folders' rows at one moment, in memory: whose tree a folder lies in and what its path is cost no query.</summary>
internal sealed class FolderMap(Dictionary<long, FolderCheck> rows)
{
    // A path has at most 2,048 folders; what goes deeper is a circle in a damaged tree.
    private const int DeepestTree = 2100;

    private readonly Dictionary<long, byte[]> _paths = [];

    /// <summary>The read folders in the trees of these rows (none: all), least recently checked first.</summary>
    public List<FolderCheck> Checks(IReadOnlyCollection<long> trees)
    {
        var inside = trees.ToDictionary(tree => tree, _ => true);
        return [.. rows.Values
            .Where(row => row.CheckedAt is not null && (trees.Count == 0 || LiesIn(row.Id, inside, 0)))
            .OrderBy(row => row.CheckedAt).ThenBy(row => row.Id)];
    }

    /// <summary>True for a folder in the tree of one of <paramref name="inside"/>, which remembers each answer.</summary>
    public bool LiesIn(long id, Dictionary<long, bool> inside, int depth = 0)
    {
        if (inside.TryGetValue(id, out var known))
            return known;
        return inside[id] = depth < DeepestTree && rows.TryGetValue(id, out var row) && LiesIn(row.Parent, inside, depth + 1);
    }

    /// <summary>The path as bytes.</summary>
    public byte[] PathOf(long id, int depth = 0)
    {
        if (_paths.TryGetValue(id, out var path))
            return path;
        return _paths[id] = depth < DeepestTree && rows.TryGetValue(id, out var row) ? PathText.Join(PathOf(row.Parent, depth + 1), row.Name) : [];
    }
}
