namespace BitBuddy.Files;

/// <summary>What comes nearest to a query that found nothing: a slip of one letter, one word less, or fewer limits.</summary>
internal sealed class NearMisses(IndexDatabase database, BlockTable blocks, FileSearch search)
{
    private const int MostSimilar = 5;
    private const int MostLooked = 20_000;

    public IReadOnlyList<FileEntry> Find(FileQuery query, int limit)
    {
        var near = new Dictionary<long, FileEntry>();
        foreach (var wider in Wider(query))
        {
            foreach (var file in search.Search(wider, limit, CancellationToken.None).Files)
            {
                if (near.Count < limit)
                    near.TryAdd(file.Id, file);
            }

            if (near.Count >= limit)
                break;
        }

        return [.. near.Values];
    }

    private IEnumerable<FileQuery> Wider(FileQuery query)
    {
        for (var i = 0; i < query.Words.Count; i++)
        {
            foreach (var similar in Similar(NameFold.Fold(query.Words[i])))
                yield return query with { Words = [.. query.Words.Take(i), similar, .. query.Words.Skip(i + 1)] };
        }

        for (var i = 0; i < query.Words.Count && query.Words.Count > 1; i++)
            yield return query with { Words = [.. query.Words.Take(i), .. query.Words.Skip(i + 1)] };
        if (query.Words.Count == 0 && query.Places.Count == 0)
            yield break;
        yield return query with { From = null, Until = null };
        yield return query with { MinBytes = null, MaxBytes = null };
        yield return query with { Kinds = [], Extensions = [] };
        if (query.Places.Count > 0 && query.Words.Count > 0)
            yield return query with { Places = [] };
    }

    // One slip leaves a half of the word as it is; names with that half are looked at.
    private HashSet<string> Similar(string word)
    {
        var similar = new HashSet<string>(StringComparer.Ordinal);
        if (word.Length is < 4 or > 64)
            return similar;
        var half = word.Length / 2;
        var names = new WordSearch(blocks);
        string[] parts = half >= 3 ? [word[..half], word[half..]] : [word[..2], word[^2..]];
        foreach (var row in parts.SelectMany(part => names.Names(part, MostLooked, CancellationToken.None)))
        {
            var name = database.Sql("SELECT name FROM files WHERE row = ?1").With(row);
            if (name.Step())
                similar.UnionWith(NameWords.Of(NameFold.Fold(name.Blob(0))).Where(other => NameWords.IsOneEdit(word, other)));
            name.Reset();
            if (similar.Count >= MostSimilar)
                break;
        }

        return similar;
    }
}
