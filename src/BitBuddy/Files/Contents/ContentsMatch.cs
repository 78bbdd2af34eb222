namespace BitBuddy.Files.Contents;

/// <summary>Words and phrases as the word index is asked for them.</summary>
internal static class ContentsMatch
{
    /// <summary>What a query asks of a text. A single word is found bent as well; a phrase as it is.</summary>
    public static string Expression(FileQuery query) =>
        string.Join(" AND ", query.Inside.Select(one => AnyOf([one])).Concat(query.InsideEither.Count == 0 ? [] : [AnyOf(query.InsideEither)]));

    private static string AnyOf(IReadOnlyList<string> some) => $"({string.Join(" OR ", some.SelectMany(Phrases).Select(Quoted))})";

    private static IEnumerable<string> Phrases(string text)
    {
        var words = ContentWords.Of(ContentWords.Fold(text));
        return words.Count == 1 ? ContentWords.Forms(words[0]) : [string.Join(' ', words)];
    }

    private static string Quoted(string phrase) => $"\"{phrase.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
