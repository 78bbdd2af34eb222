namespace BitBuddy.Conversation;

/// <summary>Cuts a question into words. Looks at the first 1,000 characters and 64 words: nobody asks more at once.</summary>
internal static class Tokenizer
{
    private const int MaxCharacters = 1000;
    private const int MaxTokens = 64;
    private const string Trailing = ".,;:!?)]}>\u2026'\u2019\u2013\u2014-";
    private const string Leading = ",;:!?([{'\u2018\u2019\u2026\u00bf\u00a1\u2013\u2014-=#";

    public static Tokens Read(string question)
    {
        var text = question.AsSpan(0, Math.Min(question.Length, MaxCharacters));
        var tokens = new List<Token>();
        var comma = false;
        for (var at = 0; at < text.Length && tokens.Count < MaxTokens;)
        {
            var known = tokens.Count;
            comma |= text[at] == ',';
            if (char.IsWhiteSpace(text[at]))
                at++;
            else if (Quotes.ClosedBy(text, at) is var close and > 0)
            {
                if (text[(at + 1)..close].Trim() is { Length: > 0 } phrase)
                    tokens.Add(new Token(phrase.ToString(), quoted: true));
                at = close + 1;
            }
            else if (text[at] is '<' or '>')
            {
                var length = at + 1 < text.Length && text[at + 1] == '=' ? 2 : 1;
                tokens.Add(new Token(text.Slice(at, length).ToString(), quoted: false));
                at += length;
            }
            else
            {
                var end = WordEnd(text, at);
                if (OperatorWords.Read(text[at..end]) is { } words && (text[at] != '-' || tokens.Count > 0))
                    Array.ForEach(words, word => AddWord(tokens, word));
                else
                    AddWord(tokens, text[at..end]);
                at = Math.Max(end, at + 1);
            }

            if (tokens.Count > known)
                (tokens[known].AfterComma, comma) = (comma, false);
        }

        return new Tokens(tokens.Count > MaxTokens ? tokens[..MaxTokens] : tokens);
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !Quotes.IsDouble(text[end]) && !Separates(text, end))
            end++;
        return end;
    }

    // A comma inside a number belongs to it: 1,000.
    private static bool Separates(ReadOnlySpan<char> text, int at) =>
        text[at] is ';' or '!' or '?' or '(' or ')'
        || (text[at] == ',' && !(at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])));

    private static void AddWord(List<Token> tokens, ReadOnlySpan<char> raw)
    {
        if (raw is "<" or ">" or "<=" or ">=")
        {
            tokens.Add(new Token(raw.ToString(), quoted: false));
            return;
        }

        var word = raw.TrimStart(Leading).TrimEnd(Trailing).ToString().Replace('\u2019', '\'').ToLowerInvariant();
        if (word.Length == 0 || word is "." or "*" or "*.")
            return;

        tokens.AddRange(ShortForms.Whole(word).Select(part => new Token(part, quoted: false)));
    }
}
