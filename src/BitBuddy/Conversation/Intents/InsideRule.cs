namespace BitBuddy.Conversation;

/// <summary>Words in contents: "that mention dragons", "containing \"due date\"", "with tax in the text". Words in names are left for names.</summary>
internal static class InsideRule
{
    public static void Read(Tokens tokens, Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (NameEdge(tokens, at, InsidePhrases.Begins, draft.Begins, draft) || NameEdge(tokens, at, InsidePhrases.Ends, draft.Ends, draft))
                continue;
            // "containing apples or pancakes in the name"
            if (InsidePhrases.Mentions.Match(tokens, at) is > 0 and var holds && Enumerable.Range(at, tokens.Count - at).Any(later => InsidePhrases.InTheName.Match(tokens, later) > 0))
                tokens.Use(at, holds);
            else if (InsidePhrases.NameHolds.Match(tokens, at) is > 0 and var name)
                tokens.Use(at, name);
            else if (InsidePhrases.InTheName.Match(tokens, at) is > 0 and var title)
                tokens.Use(at, title);
            else if (at > 0 && InsidePhrases.InTheText.Match(tokens, at) is > 0 and var text && Before(tokens, draft, at, text))
                continue;
            else if (InsidePhrases.Mentions.Match(tokens, at) is > 0 and var length && !(tokens.Word(at - 1) is "folder" or "directory"))
                After(tokens, draft, at, at + length);
            // find text "lighthouse keeper"
            else if (tokens[at] is "text" or "phrase" or "words" && tokens[at + 1].Length == 0 && tokens.Name(at + 1).Length > 0 && tokens[at - 1] != "the")
                After(tokens, draft, at, at + 1);
        }

        for (var at = 0; at < tokens.Count; at++)
        {
            // "the word docs"
            if (KindRule.Match(tokens, at + 1) is not { Length: > 1 })
                tokens.Use(at, AskPhrases.Naming.Match(tokens, at));
        }
    }

    // "starting with report", "whose name ends in final or draft"; "ending in .tex" is a kind.
    private static bool NameEdge(Tokens tokens, int at, PhraseBook book, List<string> edges, Draft draft)
    {
        if (book.Match(tokens, at) is not (> 0 and var length))
            return false;
        var end = at + length;
        while (InsidePhrases.EdgeFillers.Contains(tokens[end]) && tokens.Name(end + 1).Length > 0)
            end++;
        if (tokens.Name(end).Length == 0 || KnownExtensions.Contains(tokens.Name(end).TrimStart('.')))
        {
            tokens.Use(at, end - at);
            return true;
        }

        for (var from = end; ; from = end + 1)
        {
            for (end = from; tokens.Name(end).Length > 0 && (end == from || (IsWord(tokens, end) && tokens[end].Length > 0 && KindRule.Match(tokens, end).Word is null && tokens[end] is not ("or" or "and")));)
                end++;
            edges.Add(string.Join(' ', Enumerable.Range(from, end - from).Select(tokens.Name)).TrimEnd('*'));
            if (tokens[end] != "or" || tokens.Name(end + 1).Length == 0)
                break;
        }

        draft.SaysFiles = true;
        tokens.Use(at, end - at);
        return true;
    }

    private static void After(Tokens tokens, Draft draft, int at, int start)
    {
        var end = start;
        while (InsidePhrases.Fillers.Contains(tokens[end]))
            end++;
        var first = end;
        while (end < tokens.Count && (IsWord(tokens, end) || (end > first && tokens[end] is "and" or "of" or "the" or "a" or "an" or "my" && (IsWord(tokens, end + 1) || (tokens[end + 1] is "the" or "a" or "an" or "my" && IsWord(tokens, end + 2))))))
            end++;
        if (Either(tokens, draft, first, end) is var last && last != end)
        {
            draft.IsUnread |= last < 0;
            tokens.Use(at, Math.Max(last, end) - at);
            return;
        }

        // Only what is quoted is surely no time or place: "which documents did I write in 2021".
        if ((tokens[start - 1] == "write" && tokens[start - 2] == "i" && tokens[first].Length > 0) || !Add(tokens, draft, first, end))
            return;
        tokens.Use(at - (tokens[at - 1] is "text" or "texts" ? 1 : 0), end - at + (tokens[at - 1] is "text" or "texts" ? 1 : 0));
    }

    // "with tax in the text", "where dragons are mentioned"
    private static bool Before(Tokens tokens, Draft draft, int at, int length)
    {
        var first = at;
        while (first > 0 && IsWord(tokens, first - 1) && KindRule.Match(tokens, first - 1).Word is null)
            first--;
        // "the word accordion appears"
        if (at - first > 1 && tokens[first] is "word" or "words" or "phrase" or "term" or "name")
            first++;
        if (tokens.Word(first - 1) is "which" or "term" or "name" or "is" or "are" or "was" or "were" or "with" or "where" or "the" or "has" or "have" or "word" or "phrase" or "words" && Add(tokens, draft, first, at))
        {
            tokens.Use(first, at - first + length);
            return true;
        }

        return false;
    }

    private static bool Add(Tokens tokens, Draft draft, int first, int end)
    {
        var words = Words(tokens, first, end);
        draft.Inside.AddRange(words);
        return words.Count > 0;
    }

    // "dragons or candles", "either maple or butter": each one word or phrase, for two apart no text can be asked for.
    private static int Either(Tokens tokens, Draft draft, int first, int end)
    {
        if (tokens[end] != "or")
            return end;
        var items = new List<string>();
        for (var from = first; ; from = ++end)
        {
            for (end = from; IsWord(tokens, end) || (end > from && tokens[end] is "of" or "the" or "a" or "an" && IsWord(tokens, end + 1));)
                end++;
            if (Words(tokens, from, end) is not { Count: > 0 } words)
                return -1;
            items.Add(string.Join(' ', words));
            if (tokens[end] != "or")
                break;
            while (InsidePhrases.Fillers.Contains(tokens[end + 1]))
                end++;
        }

        draft.InsideEither.AddRange(items);
        return end;
    }

    private static List<string> Words(Tokens tokens, int first, int end) =>
        [.. Enumerable.Range(first, end - first).Where(at => tokens[at].Length == 0 || !AskPhrases.Stop.Contains(tokens[at])).Select(at => tokens[at].Length == 0 ? tokens.Name(at) : Plurals.Stem(tokens[at]))];

    private static bool IsWord(Tokens tokens, int at) =>
        tokens.Name(at).Length > 0 && !tokens[at].StartsWith("*.", StringComparison.Ordinal) && !Array.Exists(OrderWords.Sorting, sorting => sorting.Book.Match(tokens, at) > 0) && (tokens[at].Length == 0 || !(AskPhrases.Stop.Contains(tokens[at]) || ExceptPhrases.Ends.Contains(tokens[at]) || AskPhrases.Changes.Contains(tokens[at]) || tokens[at] is "except" or "without" or "not" or "last" or "yesterday" or "today"));
}
