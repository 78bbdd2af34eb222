namespace BitBuddy.Files.Contents;

/// <summary>Words and phrases as the word index is asked for them.</summary>
internal static class ContentsMatch
{
    /// <summary>All of them must stand in a text. A single word is found bent as well; a phrase as it is.</summary>
    public static string Expression(IReadOnlyList<string> inside) =>
        string.Join(" AND ", inside.Select(one => $"({string.Join(" OR ", Phrases(one).Select(Quoted))})"));

    private static IEnumerable<string> Phrases(string text)
    {
        var words = ContentWords.Of(ContentWords.Fold(text));
        return words.Count == 1 ? ContentWords.Forms(words[0]) : [string.Join(' ', words)];
    }

    private static string Quoted(string phrase) => $"\"{phrase.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
