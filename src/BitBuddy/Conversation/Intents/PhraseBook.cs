namespace BitBuddy.Conversation;

/// <summary>A set of phrases; the longest that fits wins.</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<string, string[][]> byFirst;

    public PhraseBook(params IEnumerable<string> phrases) => byFirst = phrases
        .Select(phrase => phrase.Split(' '))
        .GroupBy(words => words[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(words => words.Length).ToArray());

    /// <summary>Every word of its phrases.</summary>
    public IEnumerable<string> Words => byFirst.Values.SelectMany(phrases => phrases).SelectMany(words => words);

    /// <summary>The number of words of the phrase that starts there; 0 when none does.</summary>
    public int Match(Tokens tokens, int at)
    {
        if (!byFirst.TryGetValue(tokens[at], out var candidates))
            return 0;
        foreach (var words in candidates)
        {
            var length = 1;
            while (length < words.Length && tokens[at + length] == words[length])
                length++;
            if (length == words.Length)
                return length;
        }

        return 0;
    }

    /// <summary>The end of all phrases of this book that follow one another from there.</summary>
    public int Skip(Tokens tokens, int at)
    {
        while (Match(tokens, at) is var length and > 0)
            at += length;
        return at;
    }
}
