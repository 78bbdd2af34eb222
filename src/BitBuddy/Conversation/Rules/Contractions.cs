namespace BitBuddy.Conversation;

/// <summary>Our own phrases, loosened or stiffened; names and numbers are never touched.</summary>
internal static class Contractions
{
    private static readonly (string Full, string Short)[] Pairs =
    [
        ("I am", "I'm"), ("I have found", "I've found"), ("I will", "I'll"), ("I would", "I'd"), ("you are", "you're"),
        ("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"), ("cannot", "can't"), ("could not", "couldn't"),
        ("is not", "isn't"), ("are not", "aren't"), ("it is", "it's"), ("that is", "that's"), ("here is", "here's"),
        ("there is", "there's"), ("what is", "what's"), ("let us", "let's"),
    ];

    /// <summary>Contracts below formality 3, spells out above 8, and leaves the rest as it is written.</summary>
    public static string For(int formality, string phrase) => formality switch
    {
        < 3 => Pairs.Aggregate(phrase, (text, pair) => Replace(text, pair.Full, pair.Short, mayEnd: false)),
        > 8 => Pairs.Aggregate(phrase, (text, pair) => Replace(text, pair.Short, pair.Full, mayEnd: true)),
        _ => phrase,
    };

    private static string Replace(string text, string from, string to, bool mayEnd) =>
        Words(Words(text, from, to, mayEnd), Capital(from), Capital(to), mayEnd);

    // Nobody says "how I'm, too": the short form needs a word after it.
    private static string Words(string text, string from, string to, bool mayEnd)
    {
        var next = 0;
        for (var at = text.IndexOf(from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(from, next, StringComparison.Ordinal))
        {
            var end = at + from.Length;
            var isWhole = (at == 0 || !char.IsLetter(text[at - 1])) && (end < text.Length ? text[end] == ' ' || (mayEnd && !char.IsLetter(text[end])) : mayEnd);
            if (isWhole)
                text = string.Concat(text.AsSpan(0, at), to, text.AsSpan(end));
            next = at + (isWhole ? to.Length : from.Length);
        }

        return text;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
