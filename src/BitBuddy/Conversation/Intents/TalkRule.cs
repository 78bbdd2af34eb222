namespace BitBuddy.Conversation;

/// <summary>Small talk, help and status: the whole question is such a phrase, give or take a courtesy.</summary>
internal static class TalkRule
{
    /// <summary>The intent when nothing else was said; else null, and a greeting or thanks before the question is used up.</summary>
    public static Intent? Read(Tokens tokens)
    {
        if (IsWhole(tokens, TalkPhrases.Status))
            return Of(IntentKind.Status);
        var (talk, at) = Smalltalk(tokens);
        if (talk != Conversation.Smalltalk.None && (at == tokens.Count || (at == tokens.Count - 1 && IsName(tokens, at, talk))))
            return Of(IntentKind.Smalltalk) with { Smalltalk = talk };
        // "thanks, that was the best thing today"
        if (talk == Conversation.Smalltalk.Thanks && IsRemark(tokens, at))
            return Of(IntentKind.Smalltalk) with { Smalltalk = talk };
        if (talk is Conversation.Smalltalk.Greeting or Conversation.Smalltalk.Thanks)
            tokens.Use(0, at);
        if (IsWhole(tokens, TalkPhrases.Help))
            return Of(IntentKind.Help);
        return IsWhole(tokens, TalkPhrases.Status) ? Of(IntentKind.Status) : null;
    }

    private static Intent Of(IntentKind kind) => new(kind, Files.FileQuery.Everything);

    private static (Smalltalk Talk, int At) Smalltalk(Tokens tokens)
    {
        var talk = Conversation.Smalltalk.None;
        var at = 0;
        while (at < tokens.Count)
        {
            // "well done" praises; "well, thanks" does not.
            var (length, kind) = Longest(tokens, at);
            if (length == 0 && TalkPhrases.Courtesy.Match(tokens, at) is > 0 and var courtesy)
            {
                at += courtesy;
                continue;
            }

            if (length == 0)
                break;
            // "hi, how are you" asks more than it greets.
            if (kind != Conversation.Smalltalk.Greeting || talk == Conversation.Smalltalk.None)
                talk = kind;
            at += length;
        }

        return (talk, at);
    }

    private static (int Length, Smalltalk Talk) Longest(Tokens tokens, int at)
    {
        var longest = (Length: 0, Talk: Conversation.Smalltalk.None);
        foreach (var (talk, book) in TalkPhrases.Smalltalk)
        {
            if (book.Match(tokens, at) is var length && length > longest.Length)
                longest = (length, talk);
        }

        return longest;
    }

    // What is said of what was done: no name, no question, nothing denied.
    private static bool IsRemark(Tokens tokens, int at) =>
        tokens[at] is "that" or "you" && tokens[at + 1] is "was" or "is" or "are" or "were" or "really" or "helped"
        && Enumerable.Range(at, tokens.Count - at).All(word => word == at || !(tokens.IsNext(word) || FileWords.IsWord(tokens[word]) || OrderWords.Superlatives.ContainsKey(tokens[word])
            || TalkPhrases.NoRemark.Contains(tokens[word]) || KnownExtensions.EndsFileName(tokens.Name(word))));

    // "hi Pixel": one word more is the buddy's name, unless it speaks of files.
    private static bool IsName(Tokens tokens, int at, Smalltalk talk) =>
        talk is Conversation.Smalltalk.Greeting or Conversation.Smalltalk.Thanks or Conversation.Smalltalk.Bye or Conversation.Smalltalk.HowAreYou
        && tokens[at] is { Length: > 0 } word && word.All(char.IsLetter) && KindRule.Match(tokens, at).Word is null;

    private static bool IsWhole(Tokens tokens, PhraseBook book)
    {
        var at = TalkPhrases.Courtesy.Skip(tokens, tokens.FirstFree());
        var length = book.Match(tokens, at);
        if (length == 0)
            return false;
        for (at += length; at < tokens.Count;)
        {
            var more = Math.Max(TalkPhrases.Courtesy.Match(tokens, at), AskPhrases.Everywhere.Match(tokens, at));
            if (more == 0)
                return false;
            at += more;
        }

        return true;
    }
}
