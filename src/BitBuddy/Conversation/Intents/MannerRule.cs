namespace BitBuddy.Conversation;

/// <summary>Takes away what stands around a question: "my teacher asked for my thesis, where is it?", "... please, if you can".</summary>
internal static class MannerRule
{
    /// <summary>The question without it; as it was where nothing would be left.</summary>
    public static Tokens Cut(Tokens tokens)
    {
        var start = tokens.FirstFree();
        for (var at = start; at < tokens.Count; at++)
            tokens.Use(at, MannerPhrases.Aside.Match(tokens, at) is var aside && aside < tokens.Count - start ? aside : 0);
        // "i am trying to free up some space, what are the biggest files?"
        if (MannerPhrases.Space.Match(tokens, start) is > 0 and var space && (tokens.IsNext(start + space) || tokens[start + space] is "what" or "which" or "show" or "list"))
            tokens.Use(start, space);
        UseWho(tokens);
        var end = tokens.Count;
        while (Tail(tokens, end) is > 0 and var tail && Enumerable.Range(0, end - tail).Any(at => !tokens.IsUsed(at)))
            end -= tail;
        return end == tokens.Count ? tokens : tokens.Part(0, end);
    }

    // "my wife needs", "the tax office is asking for": what is wanted follows.
    private static void UseWho(Tokens tokens)
    {
        var start = AskPhrases.Lead.Skip(tokens, tokens.FirstFree());
        var at = start + (tokens[start] is "my" or "our" or "the" or "a" ? 1 : 0);
        at += MannerPhrases.People.Contains(tokens[at]) ? 0 : 1;
        if (!MannerPhrases.People.Contains(tokens[at]) || (at > start + 1 && tokens[start] == tokens[at - 1]))
            return;
        for (at++; MannerPhrases.Between.Contains(tokens[at]) && MannerPhrases.Wanting.Match(tokens, at) == 0;)
            at++;
        var wanting = MannerPhrases.Wanting.Match(tokens, at);
        // "i need to tidy up": another wish follows.
        if (wanting > 0 && tokens[at + wanting].Length > 0 && tokens[at + wanting] is not ("to" or "you" or "your" or "help" or "more"))
            tokens.Use(0, at + wanting);
    }

    // The length of what ends there and asks nothing.
    private static int Tail(Tokens tokens, int end)
    {
        for (var length = Math.Min(6, end); length > 0; length--)
        {
            if (MannerPhrases.Tail.Match(tokens, end - length) == length)
                return length;
        }

        return end > 0 && tokens.IsUsed(end - 1) ? 1 : 0;
    }
}
