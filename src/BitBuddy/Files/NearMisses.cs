namespace BitBuddy.Files;

/// <summary>What comes nearest to a query that found nothing: a slip of one letter, one word less, or fewer limits.</summary>
internal sealed class NearMisses(SimilarWords similar, FileSearch search)
{
    public IReadOnlyList<FileEntry> Find(FileQuery query, int limit)
    {
        query = query with { Skip = 0 };
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
            foreach (var word in similar.To(NameFold.Fold(query.Words[i])))
                yield return query with { Words = [.. query.Words.Take(i), word, .. query.Words.Skip(i + 1)] };
        }

        for (var i = 0; i < query.Words.Count && query.Words.Count > 1; i++)
            yield return query with { Words = [.. query.Words.Take(i), .. query.Words.Skip(i + 1)] };
        for (var i = 0; i < query.Either.Count; i++)
        {
            foreach (var word in query.Either[i].SelectMany(word => similar.To(NameFold.Fold(word))))
                yield return query with { Either = [[word]] };
        }

        if (query is { IsWorded: false, Places.Count: 0, AsksTexts: false, MinBytes: null, MaxBytes: null })
            yield break;
        // "from 2023" may be meant of a name.
        if (query is { From: { } from, Until: { } until, Taken: false } && until - from > TimeSpan.FromDays(364) && until - from < TimeSpan.FromDays(367))
            yield return query with { From = null, Until = null, Words = [.. query.Words, from.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)] };
        if (query.AsksTexts)
            yield return query with { Words = [.. query.Words, .. query.Inside], Either = query.InsideEither.Count == 0 ? query.Either : [.. query.InsideEither.Select(word => (string[])[word])], Inside = [], InsideEither = [] };
        // "starting with report": anywhere in the name.
        if (query.Begins.Count + query.Ends.Count > 0)
            yield return query with { Words = [.. query.Words, .. query.Begins.Take(1), .. query.Ends.Take(1)], Begins = [], Ends = [] };
        yield return query with { From = null, Until = null, Taken = false };
        if (query.MinBytes is not null || query.MaxBytes is not null)
            yield return query with { MinBytes = null, MaxBytes = null, Order = query.MinBytes is null ? FileOrder.Smallest : FileOrder.Largest };
        yield return query with { Kinds = [], Extensions = [] };
        if (query.Places.Count > 0 && query.IsWorded)
            yield return query with { Places = [] };
    }
}
