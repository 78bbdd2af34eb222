namespace BitBuddy.Conversation;

/// <summary>Words in contents: "that mention dragons", "containing \"due date\"", "with tax in the text". Words in names are left for names.</summary>
internal static class InsideRule
{
    public static void Read(Tokens tokens, Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (InsidePhrases.NameHolds.Match(tokens, at) is > 0 and var name)
                tokens.Use(at, name);
            else if (InsidePhrases.InTheName.Match(tokens, at) is > 0 and var title)
                tokens.Use(at, title);
            else if (InsidePhrases.Mentions.Match(tokens, at) is > 0 and var length && !(tokens.Word(at - 1) is "folder" or "directory"))
                After(tokens, draft, at, at + length);
            else if (at > 0 && InsidePhrases.InTheText.Match(tokens, at) is > 0 and var text)
                Before(tokens, draft, at, text);
        }

        for (var at = 0; at < tokens.Count; at++)
        {
            // "the word docs"
            if (KindRule.Match(tokens, at + 1) is not { Length: > 1 })
                tokens.Use(at, AskPhrases.Naming.Match(tokens, at));
        }
    }

    private static void After(Tokens tokens, Draft draft, int at, int start)
    {
        var end = start;
        while (InsidePhrases.Fillers.Contains(tokens[end]))
            end++;
        var first = end;
        while (end < tokens.Count && (IsWord(tokens, end) || (end > first && tokens[end] is "and" or "of" or "the" or "a" or "an" && IsWord(tokens, end + 1))))
            end++;
        // Only what is quoted is surely no time or place: "which documents did I write in 2021".
        if ((tokens[start - 1] == "write" && tokens[start - 2] == "i" && tokens[first].Length > 0) || !Add(tokens, draft, first, end))
            return;
        tokens.Use(at - (tokens[at - 1] is "text" or "texts" ? 1 : 0), end - at + (tokens[at - 1] is "text" or "texts" ? 1 : 0));
    }

    // "with tax in the text", "where dragons are mentioned"
    private static void Before(Tokens tokens, Draft draft, int at, int length)
    {
        var first = at;
        while (first > 0 && IsWord(tokens, first - 1) && KindRule.Match(tokens, first - 1).Word is null)
            first--;
        if (tokens[first - 1] is "with" or "where" or "the" or "has" or "have" or "word" or "phrase" or "words" && Add(tokens, draft, first, at))
            tokens.Use(first, at - first + length);
    }

    private static bool Add(Tokens tokens, Draft draft, int first, int end)
    {
        // One of several: no query holds that.
        if (tokens[end] is "or")
            draft.IsUnread = true;
        for (var at = first; at < end; at++)
        {
            var word = tokens.Name(at);
            if (tokens[at].Length == 0 || !AskPhrases.Stop.Contains(word))
                draft.Inside.Add(tokens[at].Length == 0 ? word : Plurals.Stem(word));
        }

        return end > first;
    }

    private static bool IsWord(Tokens tokens, int at) =>
        tokens.Name(at).Length > 0 && !Array.Exists(OrderWords.Sorting, sorting => sorting.Book.Match(tokens, at) > 0) && (tokens[at].Length == 0 || !(AskPhrases.Stop.Contains(tokens[at]) || ExceptPhrases.Ends.Contains(tokens[at]) || AskPhrases.Changes.Contains(tokens[at]) || tokens[at] is "except" or "without" or "not" or "last" or "yesterday" or "today"));
}
