namespace BitBuddy.Files.Contents;

/// <summary>The contents as a search asks for them. Damage there is no damage of the index.</summary>
/// <param name="index">The index's path; null: it is in memory, and no contents are known.</param>
internal sealed class ContentsView(string? index)
{
    /// <summary>The files whose text or picture is asked for; null where a query asks for neither.</summary>
    /// <exception cref="BuddyException">They cannot be read now.</exception>
    public IReadOnlySet<KnownContents>? Matching(FileQuery query)
    {
        if (query.Inside.Count == 0 && !query.Taken)
            return null;
        if (index is null)
            return new HashSet<KnownContents>();
        return ContentsDatabase.Use(index, database =>
        {
            var found = query.Inside.Count == 0 ? null : Rows(database.Sql("SELECT d.uid, d.mtime_ns, d.bytes FROM texts JOIN docs d ON d.uid = texts.rowid WHERE texts MATCH ?1")
                .With(ContentsMatch.Expression(query.Inside)));
            if (!query.Taken)
                return found!;
            var taken = Rows(database.Sql("SELECT uid, mtime_ns, bytes FROM docs WHERE taken_ms >= ?1 AND taken_ms < ?2")
                .With(query.From?.ToUnixTimeMilliseconds() ?? long.MinValue, query.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue));
            if (found is not null)
                taken.IntersectWith(found);
            return taken;
        });
    }

    /// <summary>The same files, each with the piece of text that was asked for.</summary>
    public IReadOnlyList<FileEntry> WithSnippets(FileQuery query, List<FileEntry> files) => query.Inside.Count == 0 || index is null || files.Count == 0
        ? files
        : ContentsDatabase.Use(index, database => files.ConvertAll(file => file with { Snippet = Snippets.Of(ContentsTable.Parts(database, file.Id), query.Inside) }));

    private static HashSet<KnownContents> Rows(Statement rows)
    {
        var found = new HashSet<KnownContents>();
        while (rows.Step())
            found.Add(new(rows.Int(0), rows.Int(1), rows.Int(2)));
        return found;
    }
}
