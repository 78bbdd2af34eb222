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
            else if (Copy(text, at) is > 0 and var copy)
            {
                tokens.Add(new Token(text[at..copy].ToString(), quoted: false));
                at = copy;
            }
            else if (text[at..].StartsWith("*.{") && text[at..].IndexOf('}') is > 0 and var brace)
            {
                // "*.{jpg,png}"
                foreach (var ending in text[(at + 3)..(at + brace)].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    if (tokens.Count > known)
                        tokens.Add(new Token("or", quoted: false));
                    tokens.Add(new Token($"*.{ending.ToLowerInvariant()}", quoted: false));
                }

                at += brace + 1;
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
                if (OperatorWords.Read(text[at..end]) is { } words && (text[at] != '-' || tokens.Count > 0 || text[at..end].Contains(':')))
                {
                    // "find Documents -name *.pdf"
                    if (text[at] == '-' && words.Length == 0 && tokens is [{ Text: "find" }, _])
                        tokens.Insert(1, new Token("in", quoted: false));
                    Array.ForEach(words, word => AddWord(tokens, word));
                }
                else
                    AddWord(tokens, text[at..end]);
                at = Math.Max(end, at + 1);
            }

            if (tokens.Count > known)
                (tokens[known].AfterComma, comma) = (comma, false);
        }

        return new Tokens(tokens.Count > MaxTokens ? tokens[..MaxTokens] : tokens);
    }

    // "report (1).pdf": where the number of a copy ends, its extension with it; 0 where none stands.
    private static int Copy(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (text[at] == '(' && end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end == at + 1 || end >= text.Length || text[end] != ')')
            return 0;
        for (end++; end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])));)
            end++;
        return end;
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

        // "0-byte", "5-mb"
        if (char.IsAsciiDigit(word[0]) && word.IndexOf('-') is > 0 and var dash && SizeWords.Unit(word[(dash + 1)..]) > 0)
            word = word[..dash] + word[(dash + 1)..];
        // "mid-march"
        if (word.IndexOf('-') is > 0 and var hyphen && word[..hyphen] is "mid" or "early" or "late")
        {
            tokens.Add(new Token(word[..hyphen], quoted: false));
            word = word[(hyphen + 1)..];
        }

        // "~25mb"
        if (word.Length > 1 && word[0] == '~' && char.IsAsciiDigit(word[1]))
        {
            tokens.Add(new Token("~", quoted: false));
            word = word[1..];
        }

        if (word.Length == 0)
            return;
        foreach (var part in ShortForms.Whole(word))
            tokens.Add(new Token(ShortForms.InPlace(tokens.Count == 0 ? "" : tokens[^1].Text, part), quoted: false));
    }
}
