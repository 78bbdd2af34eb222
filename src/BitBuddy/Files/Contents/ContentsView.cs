namespace BitBuddy.Files.Contents;

/// <summary>The contents as a search asks for them. Damage there is no damage of the index.</summary>
/// <param name="index">The index's path; null: it is in memory, and no contents are known.</param>
internal sealed class ContentsView(string? index)
{
    private const int MostWeighed = 10_000;

    /// <summary>The files whose text or picture is asked for; null where a query asks for neither.</summary>
    /// <exception cref="BuddyException">They cannot be read now.</exception>
    public IReadOnlySet<KnownContents>? Matching(FileQuery query)
    {
        if (!query.AsksTexts && !query.Taken)
            return null;
        if (index is null)
            return new HashSet<KnownContents>();
        return ContentsDatabase.Use(index, database =>
        {
            var found = !query.AsksTexts ? null : Rows(database.Sql("SELECT d.uid, d.mtime_ns, d.bytes FROM texts JOIN docs d ON d.uid = texts.rowid WHERE texts MATCH ?1")
                .With(ContentsMatch.Expression(query)));
            if (!query.Taken)
                return found!;
            var taken = Rows(database.Sql("SELECT uid, mtime_ns, bytes FROM docs WHERE taken_ms >= ?1 AND taken_ms < ?2")
                .With(query.From?.ToUnixTimeMilliseconds() ?? long.MinValue, query.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue));
            if (found is not null)
                taken.IntersectWith(found);
            return taken;
        });
    }

    /// <summary>How well texts answer to the words that are asked of them, by the files' ids: more is better. None where there are too many to weigh.</summary>
    public IReadOnlyDictionary<long, double>? Scores(FileQuery query) => !query.AsksTexts || index is null ? null : ContentsDatabase.Use(index, database =>
    {
        var scores = new Dictionary<long, double>();
        var rows = database.Sql("SELECT rowid, bm25(texts) FROM texts WHERE texts MATCH ?1 LIMIT ?2").With(ContentsMatch.Expression(query), MostWeighed + 1);
        // Small differences say nothing of which is meant.
        while (rows.Step())
            scores[rows.Int(0)] = Math.Round(-rows.Real(1), 1);
        return scores.Count > MostWeighed ? null : scores;
    });

    /// <summary>The same files, each with the piece of text that was asked for.</summary>
    public IReadOnlyList<FileEntry> WithSnippets(FileQuery query, List<FileEntry> files) => !query.AsksTexts || index is null || files.Count == 0
        ? files
        : ContentsDatabase.Use(index, database => files.ConvertAll(file => file with { Snippet = Snippets.Of(ContentsTable.Parts(database, file.Id), [.. query.Inside, .. query.InsideEither]) }));

    private static HashSet<KnownContents> Rows(Statement rows)
    {
        var found = new HashSet<KnownContents>();
        while (rows.Step())
            found.Add(new(rows.Int(0), rows.Int(1), rows.Int(2)));
        return found;
    }
}
