namespace BitBuddy.Files.Contents;

/// <summary>What a query asks of contents, in SQL on the attached tables; texts are always parameters.</summary>
internal static class ContentsMatch
{
    /// <summary>The row counts only while it speaks of the file as it is.</summary>
    private const string IsNow = "EXISTS (SELECT 1 FROM contents.docs d WHERE d.uid = files.uid AND d.mtime_ns = files.mtime_ns AND d.bytes = files.bytes";

    /// <summary>A condition on <c>files</c>: all of this stands in the text.</summary>
    /// <param name="expression">The parameter that holds <see cref="Expression"/>.</param>
    public static string Inside(string expression) =>
        $"uid IN (SELECT rowid FROM contents.texts WHERE texts MATCH {expression}) AND {IsNow})";

    /// <summary>A condition on <c>files</c>: when the picture was taken is known, and lies between these parameters (Unix ms; null: no bound).</summary>
    public static string Taken(string? from, string? until) =>
        $"{IsNow} AND d.taken_ms IS NOT NULL{(from is null ? "" : $" AND d.taken_ms >= {from}")}{(until is null ? "" : $" AND d.taken_ms < {until}")})";

    /// <summary>Words and phrases, all of them, for the word index. A single word is found bent as well; a phrase as it is.</summary>
    public static string Expression(IReadOnlyList<string> inside) => string.Join(" AND ", inside.Select(one => $"({string.Join(" OR ", Phrases(one).Select(Quoted))})"));

    private static IEnumerable<string> Phrases(string text)
    {
        var words = ContentWords.Of(ContentWords.Fold(text));
        return words.Count == 1 ? ContentWords.Forms(words[0]) : [string.Join(' ', words)];
    }

    private static string Quoted(string phrase) => $"\"{phrase.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
