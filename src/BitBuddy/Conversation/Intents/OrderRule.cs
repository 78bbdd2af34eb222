using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Order and how many: "three newest", "my biggest file", "top 5 largest videos", "latest pdf".</summary>
internal static class OrderRule
{
    public static void Read(Tokens tokens, Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var (order, length) = Order(tokens, at);
            if (length == 0)
                continue;
            var (before, take) = NumberBefore(tokens, at);
            var after = 0;
            if (take < 0 && Digits(tokens[at + length]) is var number and > 0)
                (after, take) = (1, number);
            draft.Order = order;
            draft.Take = take >= 0 ? Math.Max(take, 1) : IsOne(tokens, at + length) ? 1 : null;
            tokens.Use(at - before, before + length + after);
            return;
        }
    }

    private static (FileOrder Order, int Length) Order(Tokens tokens, int at)
    {
        var word = tokens[at];
        if (word == "most" && tokens[at + 1] is "recent" or "recently")
            return (FileOrder.Newest, 2);
        if (OrderWords.Superlatives.TryGetValue(word, out var superlative))
            return (superlative, 1);
        if (OrderWords.Adjectives.TryGetValue(word, out var adjective))
        {
            var noun = at + 1;
            while (AskPhrases.Changes.Contains(tokens[noun]) || (word == "last" && Digits(tokens[noun]) > 0))
                noun++;
            return KindRule.Match(tokens, noun).Word is not null ? (adjective, 1) : default;
        }

        if (word == "top" && (KindRule.Match(tokens, at + 1).Word is not null || (Digits(tokens[at + 1]) > 0 && KindRule.Match(tokens, at + 2).Word is not null)))
            return (FileOrder.Largest, 1);
        return default;
    }

    // "the three newest", "top 5 largest"
    private static (int Length, int Number) NumberBefore(Tokens tokens, int at)
    {
        var number = Digits(tokens[at - 1]);
        if (number <= 0)
            return (0, -1);
        return (tokens[at - 2] is "top" or "first" ? 2 : 1, number);
    }

    private static int Digits(string word) => word is "a" or "an" ? -1 : NumberWords.Whole(word);

    // A singular asks for one: what follows decides, whether a word for files or any other name.
    private static bool IsOne(Tokens tokens, int at)
    {
        while (AskPhrases.Changes.Contains(tokens[at]) || tokens[at] is "of" or "my" or "the" or "all")
            at++;
        if (at >= tokens.Count)
            return true;
        for (var noun = at; noun < at + 4; noun++)
        {
            if (KindRule.Match(tokens, noun).Word is { } word)
                return !word.Plural;
        }

        var name = tokens[at];
        return name.Length == 0 || AskPhrases.Stop.Contains(name) ? name is not ("ones" or "things" or "stuff" or "items") : !Plurals.IsPlural(name);
    }
}
