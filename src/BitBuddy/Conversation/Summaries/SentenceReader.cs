using System.Text;
using BitBuddy.Files.Contents;

namespace BitBuddy.Conversation;

/// <summary>The sentences of a text, each with the page or line it begins on.</summary>
internal static class SentenceReader
{
    private const int Longest = 400;
    private const int LongestLabel = 24;

    /// <summary>In their order. What runs on for more than 400 characters is no sentence, and is left out.</summary>
    public static IEnumerable<FactSentence> Read(IReadOnlyList<TextPart> parts) => parts.SelectMany(Read);

    private static IEnumerable<FactSentence> Read(TextPart part)
    {
        var text = part.Text;
        var (sentence, line, begun) = (new StringBuilder(), 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n')
            {
                line++;
                if (IsHeading(text, at) || IsBlockEnd(text, at))
                {
                    if (Take() is { } block)
                        yield return block;
                }
                else if (sentence is [.., '-'] && at + 1 < text.Length && char.IsLower(text[at + 1]) && sentence.Length > 1 && char.IsLetter(sentence[^2]))
                {
                    // A word that was divided at the line's end.
                    sentence.Length--;
                }
                else if (sentence.Length > 0 && sentence[^1] != ' ')
                {
                    sentence.Append(' ');
                }

                continue;
            }

            if (sentence.Length == 0)
            {
                if (char.IsWhiteSpace(c))
                    continue;
                begun = line;
            }

            if (!char.IsWhiteSpace(c))
                sentence.Append(c);
            else if (sentence[^1] != ' ')
                sentence.Append(' ');
            if (IsEnd(text, at) && Take() is { } ended)
                yield return ended;
        }

        if (Take() is { } last)
            yield return last;

        FactSentence? Take()
        {
            var said = sentence.ToString().Trim().TrimStart('#', '*', '-', '>', '•', '|', ' ').Trim();
            sentence.Clear();
            return said.Length is 0 or > Longest ? null : new FactSentence(said, part.Page, part.Line + begun);
        }
    }

    // "# Meeting" ends with its line.
    private static bool IsHeading(string text, int end)
    {
        var start = LineStart(text, end);
        return start < end && text[start] == '#';
    }

    private static int LineStart(string text, int end) => end == 0 ? 0 : text.LastIndexOf('\n', end - 1) + 1;

    // An empty line, or one that begins as a heading or an item of a list does; so does a label behind another ("key: value").
    private static bool IsBlockEnd(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            next++;
        return next >= text.Length || (IsLabel(text, next) && IsLabel(text, LineStart(text, at))) || text[next] is '\n' or '#' or '*' or '•' or '|' or '>' || (text[next] == '-' && next + 1 < text.Length && text[next + 1] == ' ');
    }

    private static bool IsLabel(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at <= LongestLabel && (char.IsLetterOrDigit(text[end]) || text[end] is ' ' or '-' or '_'))
            end++;
        return end > at && end + 1 < text.Length && text[end] == ':' && text[end + 1] is ' ' or '\t';
    }

    private static bool IsEnd(string text, int at)
    {
        if (text[at] is '。' or '！' or '？')
            return true;
        // "…said he.” Then": the quotation mark belongs to it.
        if (text[at] is '"' or '”' or '’' or ')' or '»')
            return at > 0 && text[at - 1] is '.' or '!' or '?' && Follows(text, at + 1);
        if (text[at] is not ('.' or '!' or '?' or '…') || (at + 1 < text.Length && text[at + 1] is '"' or '”' or '’' or ')' or '»'))
            return false;
        return Follows(text, at + 1) && !(text[at] == '.' && IsShort(text, at));
    }

    // White space, and then no small letter.
    private static bool Follows(string text, int at)
    {
        if (at >= text.Length)
            return true;
        if (!char.IsWhiteSpace(text[at]))
            return false;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at >= text.Length || !char.IsLower(text[at]);
    }

    // "Dr.", "J.", "3."
    private static bool IsShort(string text, int at)
    {
        var start = at;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
            start--;
        var word = text[start..at];
        return (word.Length == 1 && (char.IsUpper(word[0]) || char.IsDigit(word[0]))) || SummaryWords.Short.Contains(word.ToLowerInvariant());
    }
}
