namespace BitBuddy.Files;

/// <summary>Answers queries from the index: in SQL alone where no words are asked for, else through the word index.</summary>
internal sealed class FileSearch(IndexDatabase database, FolderTable folders)
{
    private readonly WordSearch _words = new(database);

    public FileMatches Search(FileQuery query, int limit, CancellationToken cancellationToken)
    {
        var words = query.Words.Select(NameFold.Fold).Where(word => word.Length > 0).Distinct().ToArray();
        var filter = new QueryFilter(query, folders);
        return words.Length == 0 ? Plain(query, filter, limit) : Worded(query, filter, words, limit, cancellationToken);
    }

    private FileMatches Plain(FileQuery query, QueryFilter filter, int limit)
    {
        var order = FoundFile.Sql(query.Order);
        var all = query.Take is null ? "files WHERE " + filter.Where : $"(SELECT bytes FROM files WHERE {filter.Where} ORDER BY {order} LIMIT {Math.Max(query.Take.Value, 0)})";
        var totals = database.Sql($"SELECT count(*), CAST(total(bytes) AS INTEGER) FROM {all}").With([.. filter.Values]);
        totals.Step();
        var (count, bytes) = (totals.Int(0), totals.Int(1));
        totals.Reset();

        var first = new List<FoundFile>();
        var shown = Math.Max(Math.Min(limit, query.Take ?? limit), 0);
        var rows = database.Sql($"SELECT {FoundFile.Columns} FROM files WHERE {filter.Where} ORDER BY {order} LIMIT {shown}").With([.. filter.Values]);
        while (rows.Step())
            first.Add(FoundFile.From(rows));
        return new(count, bytes, Entries(first));
    }

    private FileMatches Worded(FileQuery query, QueryFilter filter, string[] words, int limit, CancellationToken cancellationToken)
    {
        var inside = Array.ConvertAll(words, _words.Folders);
        RowSet? rows = null;
        for (var i = 0; i < words.Length; i++)
        {
            var candidates = _words.Candidates(words[i], inside[i], cancellationToken);
            if (rows is null)
                rows = candidates;
            else
                rows.KeepOnly(candidates);
        }

        var found = new List<FoundFile>();
        var statement = database.Sql($"SELECT {FoundFile.Columns} FROM files WHERE {filter.Where} AND row = ?{filter.Values.Count + 1}");
        Statement.Value[] values = [.. filter.Values, 0];
        foreach (var row in rows!.Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            values[^1] = row;
            if (statement.With(values).Step() && Rank(statement.Blob(1), statement.Int(0), words, inside) is { } rank)
                found.Add(FoundFile.From(statement, rank));
        }

        statement.Reset();
        found.Sort(FoundFile.By(query.Order));
        if (query.Take is { } take && take < found.Count)
            found.RemoveRange(Math.Max(take, 0), found.Count - Math.Max(take, 0));
        var bytes = found.Aggregate(Int128.Zero, (sum, file) => sum + file.Bytes);
        return new(found.Count, (long)Int128.Min(bytes, long.MaxValue), Entries(found.Take(limit)));
    }

    // Null: a word occurs neither in the name nor in a folder on the path.
    private static int? Rank(ReadOnlySpan<byte> name, long folder, string[] words, HashSet<long>[] inside)
    {
        var text = NameFold.Fold(name);
        var rank = 1;
        for (var i = 0; i < words.Length; i++)
        {
            if (!text.Contains(words[i], StringComparison.Ordinal))
            {
                if (!inside[i].Contains(folder))
                    return null;
                rank = 3;
            }
            else if (rank < 2 && !NameWords.Of(text).Contains(words[i], StringComparer.Ordinal))
            {
                rank = 2;
            }
        }

        var asked = string.Join(' ', words);
        return rank < 3 && (text == asked || Path.GetFileNameWithoutExtension(text) == asked) ? 0 : rank;
    }

    private List<FileEntry> Entries(IEnumerable<FoundFile> found)
    {
        var paths = new Dictionary<long, byte[]>();
        return [.. found.Select(file => file.Entry(folders.PathOf(file.Folder, paths)))];
    }
}
