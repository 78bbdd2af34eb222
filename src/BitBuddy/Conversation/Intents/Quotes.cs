namespace BitBuddy.Conversation;

/// <summary>Quotation marks: straight, curly, backticks.</summary>
internal static class Quotes
{
    public static bool IsDouble(char mark) => mark is '"' or '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb' or '`';

    /// <summary>Where the phrase opened at <paramref name="open"/> is closed; -1 when nothing is opened or it never ends.</summary>
    public static int ClosedBy(ReadOnlySpan<char> text, int open)
    {
        var mark = text[open];
        if (!IsDouble(mark) && mark is not ('\'' or '\u2018'))
            return -1;
        for (var at = open + 1; at < text.Length; at++)
        {
            if (Closes(mark, text[at]) && (IsDouble(mark) || at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])))
                return at;
        }

        return -1;
    }

    /// <summary>True when <paramref name="close"/> ends what <paramref name="open"/> began.</summary>
    public static bool Closes(char open, char close) => open switch
    {
        '"' => close is '"' or '\u201d',
        '\u201c' or '\u201d' or '\u201e' => close is '\u201d' or '\u201c' or '"',
        '\u00ab' => close == '\u00bb',
        '\u00bb' => close == '\u00ab',
        '`' => close == '`',
        '\'' or '\u2018' => close is '\'' or '\u2019',
        _ => false,
    };
}
