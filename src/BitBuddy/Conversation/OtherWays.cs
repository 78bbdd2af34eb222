using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Where nothing was found, what the user may have meant: the words in texts, another form or spelling of one, pictures' other date.</summary>
internal sealed class OtherWays(FileIndex index, FileQuery query, Intent intent)
{
    /// <summary>A slip can be of one letter; of more words than these none is looked at.</summary>
    private const int MostWords = 4;

    /// <summary>One after the other, the likeliest first.</summary>
    public IEnumerable<OtherWay> All()
    {
        // When it was taken is known of few pictures.
        if (query.Taken)
            yield return new(query with { Taken = false });
        // "summer files": those of that time, or of that name.
        if (intent.ByName is { } byName)
            yield return new(byName with { Folders = query.Folders }) { IsNamed = true };
        // "winter photos": those of that name, or of that time.
        if (intent.ByTime is { } byTime)
            yield return new(byTime with { Folders = query.Folders });
        // "insurance papers"
        if (query is { Words.Count: > 1, Kinds.Count: 0, Extensions.Count: 0 } && query.Words.Contains("paper"))
            yield return new(query with { Words = [.. query.Words.Where(word => word != "paper")], Kinds = [FileKind.Document] });
        // "job application"
        if (intent.ByNoun is { } byNoun)
            yield return new(byNoun with { Folders = query.Folders });
        if (query is { Words.Count: > 0, AsksTexts: false, Either.Count: 0 })
        {
            // "with garlic but without onion": texts tell of both.
            var texts = query with { Except = [.. query.Except, .. query.Except.Where(except => except.IsOfWords).Select(except => new FileQuery { Inside = except.Words })] };
            // "recipe with cinnamon": one is in names, the other in texts.
            var named = query.Words.ToLookup(word => Has(query with { Words = [word] }));
            if (named.Contains(true) && named.Contains(false))
                yield return new(texts with { Words = [.. named[true]], Inside = [.. named[false]] }) { IsMentioned = true };
            yield return new(texts with { Words = [], Inside = query.Words }) { IsMentioned = true };
            for (var i = 0; i < query.Words.Count && query.Words.Count is > 1 and <= MostWords; i++)
                yield return new(texts with { Words = [.. query.Words.Take(i), .. query.Words.Skip(i + 1)], Inside = [query.Words[i]] }) { IsMentioned = true };
        }

        for (var i = 0; i < Math.Min(query.Words.Count, MostWords); i++)
        {
            var word = query.Words[i];
            if (Has(new FileQuery { Folders = query.Folders, Words = [word] }))
                continue;
            foreach (var other in Inflections.Of(word).Concat(index.Similar(word)).Distinct())
            {
                // "the budjet for 2026"
                if (intent is { IsForTime: true, ByName: { } named })
                    yield return new(named with { Folders = query.Folders, Words = [.. named.Words.Select(said => said == word ? other : said)] }) { Corrected = $"{word} -> {other}" };
                yield return new(query with { Words = [.. query.Words.Take(i), other, .. query.Words.Skip(i + 1)] }) { Corrected = $"{word} -> {other}" };
            }
        }
    }

    private bool Has(FileQuery some) => index.Search(some with { Take = null, Skip = 0 }, 0, CancellationToken.None).Count > 0;
}
