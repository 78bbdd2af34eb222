using System.Text;

namespace BitBuddy.Files.Contents;

/// <summary>The piece of a text where something stands.</summary>
internal static class Snippets
{
    private const int Before = 60;
    private const int After = 100;

    /// <summary>One line around the first place where any of these words or phrases stands; null where none does.</summary>
    public static string? Of(IReadOnlyList<TextPart> parts, IReadOnlyList<string> inside)
    {
        var asked = inside.Select(one => ContentWords.Of(ContentWords.Fold(one))).Where(words => words.Count > 0)
            .Select(words => words.Count == 1 ? [ContentWords.Forms(words[0]).ToHashSet(StringComparer.Ordinal)] : words.ConvertAll(word => new HashSet<string>(StringComparer.Ordinal) { word }))
            .ToList();
        foreach (var part in parts)
        {
            if (Find(part.Text, asked) is { } place)
                return Cut(part.Text, place.Start, place.End);
        }

        return null;
    }

    private static (int Start, int End)? Find(string text, List<List<HashSet<string>>> asked)
    {
        var words = Words(text);
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var phrase in asked)
            {
                var i = 0;
                while (i < phrase.Count && at + i < words.Count && phrase[i].Contains(words[at + i].Word))
                    i++;
                if (i == phrase.Count)
                    return (words[at].Start, words[at + i - 1].End);
            }
        }

        return null;
    }

    // Each word folded, and where it stands in the text as it is.
    private static List<(string Word, int Start, int End)> Words(string text)
    {
        var words = new List<(string, int, int)>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && IsWord(text, end))
                end++;
            if (end == at)
            {
                at++;
                continue;
            }

            foreach (var word in ContentWords.Of(ContentWords.Fold(text[at..end])))
                words.Add((word, at, end));
            at = end;
        }

        return words;
    }

    // Marks that stand on a letter belong to it, and so do the halves of rare letters.
    private static bool IsWord(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) || char.GetUnicodeCategory(text, at) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static string Cut(string text, int start, int end)
    {
        var from = Math.Max(0, start - Before);
        var to = Math.Min(text.Length, end + After);
        while (from > 0 && from < start && !char.IsWhiteSpace(text[from]))
            from++;
        while (to < text.Length && to > end && !char.IsWhiteSpace(text[to]))
            to--;
        var piece = new StringBuilder();
        foreach (var c in text.AsSpan(from, to - from))
        {
            if (!char.IsWhiteSpace(c))
                piece.Append(c);
            else if (piece.Length > 0 && piece[^1] != ' ')
                piece.Append(' ');
        }

        return $"{(from > 0 ? "… " : "")}{piece.ToString().Trim()}{(to < text.Length ? " …" : "")}";
    }
}
