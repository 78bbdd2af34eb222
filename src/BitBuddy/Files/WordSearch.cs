namespace BitBuddy.Files;

/// <summary>Finds what contains words: files by their name, folders by theirs with all that lies in them.</summary>
internal sealed class WordSearch(IndexDatabase database)
{
    // Names have at most 255 bytes; what is longer cannot occur in one.
    private const int LongestWord = 255;
    private const int MostTrigrams = 40;

    /// <summary>The rows that may match a folded word: all that do are among them.</summary>
    public RowSet Candidates(string word, HashSet<long> folders, CancellationToken cancellationToken)
    {
        var rows = new RowSet();
        foreach (var folder in folders)
        {
            var inside = database.Sql("SELECT row FROM files WHERE folder = ?1").With(folder);
            while (inside.Step())
                rows.Add(inside.Int(0));
        }

        foreach (var row in Names(word, int.MaxValue, cancellationToken))
            rows.Add(row);
        return rows;
    }

    /// <summary>Up to so many rows whose name may contain a folded word.</summary>
    public List<long> Names(string word, int most, CancellationToken cancellationToken)
    {
        var rows = new List<long>();
        if (!CanOccur(word))
            return rows;
        if (Trigrams(word) is { Count: > 0 } trigrams)
        {
            // The word index keeps no positions: all its three-letter pieces, then the name itself is looked at.
            var match = string.Join(" AND ", trigrams.Take(MostTrigrams).Select(piece => $"\"{piece.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
            var found = database.Sql("SELECT rowid FROM names WHERE names MATCH ?1").With(match);
            while (rows.Count < most && found.Step())
                rows.Add(found.Int(0));
            found.Reset();
            return rows;
        }

        var all = database.Sql("SELECT row, name FROM files").With();
        for (var i = 0; rows.Count < most && all.Step(); i++)
        {
            if (i % 1024 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (Contains(all.Blob(1), word))
                rows.Add(all.Int(0));
        }

        all.Reset();
        return rows;
    }

    /// <summary>The folders inside known ones whose name contains a folded word, with all below them.</summary>
    public HashSet<long> Folders(string word)
    {
        var folders = new HashSet<long>();
        if (!CanOccur(word))
            return folders;
        var rows = database.Sql("""
            WITH RECURSIVE inside(id) AS (
              SELECT id FROM folders WHERE instr(fold, ?1) > 0 AND checked_at IS NOT NULL
              UNION SELECT f.id FROM inside JOIN folders f ON f.parent = inside.id)
            SELECT id FROM inside
            """).With(word);
        while (rows.Step())
            folders.Add(rows.Int(0));
        return folders;
    }

    public static bool Contains(ReadOnlySpan<byte> name, string word)
    {
        Span<char> buffer = stackalloc char[512];
        if (name.Length > buffer.Length)
            return NameFold.Fold(name).Contains(word, StringComparison.Ordinal);
        return ((ReadOnlySpan<char>)buffer[..NameFold.Fold(name, buffer)]).IndexOf(word, StringComparison.Ordinal) >= 0;
    }

    private static bool CanOccur(string word) => word.Length <= LongestWord && !word.Contains('\0');

    private static HashSet<string> Trigrams(string word)
    {
        var letters = word.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 3 <= letters.Length; i++)
            pieces.Add(letters[i] + letters[i + 1] + letters[i + 2]);
        return pieces;
    }
}
