namespace BitBuddy.Files.Contents;

/// <summary>The contents as the index's own connection sees them, attached as <c>contents</c> when a query first asks for them.</summary>
/// <param name="index">The index's path; null: it is in memory, and no contents are known.</param>
internal sealed class ContentsView(IndexDatabase database, string? index)
{
    /// <summary>True for a query that cannot be answered without.</summary>
    public static bool IsAsked(FileQuery query) => query.Inside.Count > 0 || query.Taken;

    /// <summary>Searches with the contents at hand; where those are damaged they are made anew, and the index stays as it is.</summary>
    public FileMatches Search(FileQuery query, Func<FileMatches> search)
    {
        Attach();
        try
        {
            return WithSnippets(query, search());
        }
        catch (Exception e) when (index is not null && (e is InvalidDataException || IndexDatabase.IsDamage(e)))
        {
            database.Sql("DETACH contents").With().Run();
            if (!ContentsDatabase.Mend(index) && e is not InvalidDataException)
                throw;
            Attach();
            return WithSnippets(query, search());
        }
    }

    private void Attach()
    {
        if (database.Sql("SELECT 1 FROM pragma_database_list WHERE name = 'contents'").With().Number() is not null)
            return;
        if (index is not null)
        {
            if (!File.Exists(ContentsDatabase.PathFor(index)))
                ContentsDatabase.Mend(index);
            database.Sql("ATTACH ?1 AS contents").With(ContentsDatabase.PathFor(index)).Run();
            return;
        }

        database.Sql("ATTACH ':memory:' AS contents").With().Run();
        database.Execute(ContentsSchema.Tables.Replace("CREATE TABLE ", "CREATE TABLE contents.", StringComparison.Ordinal)
            .Replace("CREATE VIRTUAL TABLE ", "CREATE VIRTUAL TABLE contents.", StringComparison.Ordinal)
            .Replace("CREATE INDEX ", "CREATE INDEX contents.", StringComparison.Ordinal));
    }

    private FileMatches WithSnippets(FileQuery query, FileMatches matches) => query.Inside.Count == 0 ? matches : matches with
    {
        Files = [.. matches.Files.Select(file => file with { Snippet = Snippets.Of(TextOf(file.Id), query.Inside) })],
    };

    private List<TextPart> TextOf(long uid)
    {
        var body = database.Sql("SELECT parts FROM contents.bodies WHERE uid = ?1").With(uid);
        var packed = body.Step() ? body.Blob(0).ToArray() : null;
        body.Reset();
        return packed is null ? [] : PackedText.Unpack(packed);
    }
}
