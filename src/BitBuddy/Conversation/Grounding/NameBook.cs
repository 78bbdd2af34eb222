namespace BitBuddy.Conversation;

/// <summary>The names, paths and folders that may be said, as they are and as they are shown.</summary>
internal sealed class NameBook
{
    private readonly Dictionary<string, List<int>> rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<int>> folders = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> common = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> spelled = new(StringComparer.Ordinal);
    private readonly string[] running;
    private readonly string[] stems;

    /// <param name="places">Folders the question was limited to: every match is in each of them.</param>
    public NameBook(Facts facts, IEnumerable<string> places)
    {
        for (var row = 0; row < facts.Files.Count; row++)
        {
            var path = facts.Files[row].Path;
            AddName(facts.Files[row].Name, row);
            for (var cut = path.Length; cut > 0; cut = path.LastIndexOfAny(['/', '\\'], cut - 1))
            {
                Add(path[(cut == path.Length ? 0 : cut + 1)..], row);
                Add(path[(cut == path.Length ? 0 : cut)..], row);
            }

            AddFolders(Path.GetDirectoryName(path), row);
        }

        // A near miss may be named; no size or date is its.
        for (var near = 0; near < facts.Near.Count; near++)
            AddName(facts.Near[near].Name, facts.Files.Count + near);
        foreach (var folder in facts.Folders)
            AddFolders(folder, row: null);
        // Where one folder was asked, all that was found is in it and in those around it.
        for (var folder = facts.Folders.Count == 1 ? facts.Folders[0] : null; folder is { Length: > 1 }; folder = Path.GetDirectoryName(folder))
            common.UnionWith(FormsOf(folder));
        foreach (var place in places.Select(Display.Line))
        {
            common.Add(place);
            folders.TryAdd(place, []);
        }

        // A plain word is no name in running text: "notes" may just be notes. It is one in quotes, and behind "your".
        running = [.. rows.Keys.Concat(folders.Keys.Where(name => !name.All(char.IsAsciiDigit))).Where(IsNameOnly).OrderByDescending(name => name.Length)];
        stems = [.. rows.Keys.Where(name => !IsNameOnly(name) && !NumberClaims.IsFileNoun(name.ToLowerInvariant()))];
    }

    /// <summary>The longest name or path that stands there.</summary>
    public Claim? Match(Pieces pieces, Sentence sentence)
    {
        foreach (var name in running)
        {
            if (pieces.Says(name))
                return Supports(name, pieces.Start + name.Length);
        }

        return sentence.Previous is "your" && Array.Find(stems, pieces.Says) is { } stem ? Supports(stem, pieces.Start + stem.Length) : null;
    }

    /// <summary>A claim that this is a name, a path or a folder of the answer.</summary>
    public Claim Supports(string said, int end) => rows.TryGetValue(said, out var of)
        ? new Claim(ClaimKind.Name, end, Holds: true) { Rows = of }
        : Place(said, end);

    /// <summary>A claim that what is spoken of lies in this folder.</summary>
    public Claim Place(string said, int end) => new(ClaimKind.Place, end, common.Contains(said) || (rows.Count == 0 && folders.ContainsKey(said)))
    {
        Rows = folders.TryGetValue(said, out var of) ? [.. of] : [],
    };

    /// <summary>A folder of the answer is written just so.</summary>
    public bool HasFolder(string said) => spelled.Contains(said);

    // Also as a voice shows it and as a prompt tells it.
    private void AddName(string name, int row)
    {
        Add(name, row);
        Add(Path.GetFileNameWithoutExtension(name), row);
        Add(NameText.Shown(name), row);
        Add(PromptText.Quoted(name)[1..^1], row);
    }

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

    private void AddFolders(string? folder, int? row)
    {
        var below = "";
        for (; folder is { Length: > 1 }; folder = Path.GetDirectoryName(folder))
        {
            var name = Path.GetFileName(folder);
            below = below.Length == 0 ? name : $"{name}{Path.DirectorySeparatorChar}{below}";
            foreach (var form in FormsOf(folder).Append(Display.Line(below)))
            {
                if (!folders.TryGetValue(form, out var of))
                    folders[form] = of = [];
                if (row is { } some)
                    of.Add(some);
                spelled.Add(form);
            }
        }
    }

    private static string[] FormsOf(string folder) => [Display.Line(folder), Display.Line(Path.GetFileName(folder))];

    private static bool IsNameOnly(string name) => name.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || name.AsSpan().ContainsAny("./\\_ ");
}
