namespace BitBuddy.Conversation;

/// <summary>Our own phrases, loosened or stiffened; names and numbers are never touched.</summary>
internal static class Contractions
{
    private static readonly (string Full, string Short)[] Everyday =
    [
        ("I am", "I'm"), ("do not", "don't"), ("cannot", "can't"), ("it is", "it's"), ("that is", "that's"), ("did not", "didn't"),
    ];

    private static readonly (string Full, string Short)[] Loose =
    [
        ("I have found", "I've found"), ("I have been", "I've been"), ("I have not", "I haven't"), ("I have never", "I've never"), ("I will", "I'll"), ("I would", "I'd"),
        ("you are", "you're"), ("does not", "doesn't"), ("could not", "couldn't"), ("is not", "isn't"), ("are not", "aren't"),
        ("was not", "wasn't"), ("has not", "hasn't"), ("have not", "haven't"), ("would not", "wouldn't"), ("we are", "we're"), ("they are", "they're"), ("we will", "we'll"),
        ("here is", "here's"), ("there is", "there's"), ("what is", "what's"), ("let us", "let's"),
    ];

    /// <summary>Loose below formality 3, everyday up to 6, as written up to 8, and spelled out above.</summary>
    public static string For(int formality, string phrase) => formality switch
    {
        < 3 => Contract(Contract(phrase, Loose), Everyday),
        <= 6 => Contract(phrase, Everyday),
        <= 8 => phrase,
        _ => Loose.Concat(Everyday).Aggregate(phrase, (text, pair) => Replace(text, pair.Short, pair.Full, mayEnd: true)),
    };

    private static string Contract(string phrase, (string Full, string Short)[] pairs) =>
        pairs.Aggregate(phrase, (text, pair) => Replace(text, pair.Full, pair.Short, mayEnd: false));

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
