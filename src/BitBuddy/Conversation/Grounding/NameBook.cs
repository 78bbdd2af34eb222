namespace BitBuddy.Conversation;

/// <summary>The names and paths that may be said, as they are and as they are shown.</summary>
internal sealed class NameBook
{
    private readonly Dictionary<string, List<int>> rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> folders = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] running;

    public NameBook(Facts facts)
    {
        for (var row = 0; row < facts.Files.Count; row++)
        {
            var (name, path) = (facts.Files[row].Name, facts.Files[row].Path);
            Add(name, row);
            Add(Path.GetFileNameWithoutExtension(name), row);
            for (var cut = path.Length; cut > 0; cut = path.LastIndexOfAny(['/', '\\'], cut - 1))
            {
                Add(path[(cut == path.Length ? 0 : cut + 1)..], row);
                Add(path[(cut == path.Length ? 0 : cut)..], row);
            }

            AddFolders(Path.GetDirectoryName(path), facts.Folders);
        }

        foreach (var folder in facts.Folders)
            AddFolders(folder, []);
        // A plain word is no name in running text: "notes" may just be notes. It is one in quotes.
        running = [.. rows.Keys.Concat(folders).Where(IsNameOnly).OrderByDescending(name => name.Length)];
    }

    /// <summary>The longest name or path that stands there.</summary>
    public Claim? Match(Pieces pieces)
    {
        foreach (var name in running)
        {
            if (pieces.Says(name))
                return Supports(name, pieces.Start + name.Length);
        }

        return null;
    }

    /// <summary>A claim that this is a name, a path or a folder of the answer.</summary>
    public Claim Supports(string said, int end) => new(ClaimKind.Name, end, folders.Contains(said) || rows.ContainsKey(said))
    {
        Rows = rows.TryGetValue(said, out var of) ? of : [],
    };

    private void Add(string said, int row)
    {
        foreach (var form in (string[])[said, Display.Line(said)])
        {
            if (form.Length == 0)
                continue;
            if (!rows.TryGetValue(form, out var of))
                rows[form] = of = [];
            if (!of.Contains(row))
                of.Add(row);
        }
    }

    private void AddFolders(string? folder, IReadOnlyList<string> roots)
    {
        while (folder is { Length: > 1 })
        {
            folders.Add(Display.Line(folder));
            folders.Add(Display.Line(Path.GetFileName(folder)));
            if (roots.Count == 0 || roots.Contains(folder))
                return;
            folder = Path.GetDirectoryName(folder);
        }
    }

    private static bool IsNameOnly(string name) => name.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || name.AsSpan().ContainsAny("./\\_ ");
}
