namespace BitBuddy.Conversation;

/// <summary>The words of a question; rules read free ones and use them up.</summary>
internal sealed class Tokens(IReadOnlyList<Token> tokens)
{
    public int Count => tokens.Count;

    /// <summary>The word there while it is free and not quoted; else "".</summary>
    public string this[int at] => at >= 0 && at < tokens.Count && tokens[at] is { Used: false, Quoted: false } free ? free.Text : "";

    /// <summary>The free words and quoted phrases.</summary>
    public IEnumerable<Token> Left => tokens.Where(token => !token.Used);

    /// <summary>The word or quoted phrase there while it is free; else "".</summary>
    public string Name(int at) => at >= 0 && at < tokens.Count && !tokens[at].Used ? tokens[at].Text : "";

    /// <summary>The word there, used or not; "" when quoted or outside.</summary>
    public string Word(int at) => at >= 0 && at < tokens.Count && !tokens[at].Quoted ? tokens[at].Text : "";

    /// <summary>Where the next of a list stands when one follows there ("… and photos", "…, photos"); else -1.</summary>
    public int Next(int at) => at >= tokens.Count ? -1 : IsJoint(Word(at)) ? at + 1 : tokens[at].AfterComma ? at : -1;

    /// <summary>True when the word there goes on a list: "and", "or" or a comma stands before it.</summary>
    public bool IsNext(int at) => IsJoint(Word(at - 1)) || (at >= 0 && at < tokens.Count && tokens[at].AfterComma);

    public bool IsUsed(int at) => at < 0 || at >= tokens.Count || tokens[at].Used;

    public void Use(int at, int length)
    {
        for (var i = at; i < at + length && i < tokens.Count; i++)
            tokens[i].Used = true;
    }

    public void Replace(int at, string word) => tokens[at].Text = word;

    /// <summary>A part of the question to read apart: what is used up there stays free here.</summary>
    /// <param name="before">A word to stand before it.</param>
    public Tokens Part(int start, int end, string? before = null) => new(
    [
        .. before is null ? [] : (Token[])[new Token(before, quoted: false)],
        .. tokens.Skip(start).Take(end - start).Select((token, at) => new Token(token.Text, token.Quoted) { AfterComma = token.AfterComma && at > 0, Used = token.Used }),
    ]);

    /// <summary>A copy in which the words at these places are names.</summary>
    public Tokens Quote(IReadOnlySet<int> places) => new([.. tokens.Select((token, at) => new Token(token.Text, token.Quoted || places.Contains(at)) { AfterComma = token.AfterComma, Used = token.Used })]);

    private static bool IsJoint(string word) => word is "and" or "or" or "&" or "nor";

    /// <summary>The first free place at or after <paramref name="at"/>.</summary>
    public int FirstFree(int at = 0)
    {
        while (at < tokens.Count && tokens[at].Used)
            at++;
        return at;
    }
}
