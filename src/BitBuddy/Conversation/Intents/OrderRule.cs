using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Order and how many: "three newest", "my biggest file", "top 5 largest videos", "latest pdf".</summary>
internal static class OrderRule
{
    /// <param name="asksDate">"when was it last changed": "last" sorts nothing.</param>
    public static void Read(Tokens tokens, Draft draft, bool asksDate)
    {
        ReadSorting(tokens, draft);
        ReadSort(tokens, draft, asksDate);
        if (draft.Take is null)
            ReadTop(tokens, draft);
        if (draft.Take is null)
            ReadNumber(tokens, draft);
    }

    // "sorted by size", "oldest first", "alphabetically"
    private static void ReadSorting(Tokens tokens, Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var (book, order) in OrderWords.Sorting)
            {
                if (book.Match(tokens, at) is not (> 0 and var length))
                    continue;
                (draft.Order, draft.IsSorted) = (order, true);
                var said = tokens[at - 1] is "sorted" or "sort" or "ordered" or "order" or "arranged" or "ranked" or "listed" ? 1 : 0;
                tokens.Use(at - said, length + said);
            }
        }
    }

    private static void ReadSort(Tokens tokens, Draft draft, bool asksDate)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var (order, length) = Order(tokens, at);
            // "the 20 largest, sorted by size"; sorted by another thing than they are chosen by they cannot be.
            if (draft.IsSorted && length > 0 && OrderWords.Superlatives.ContainsKey(tokens[at]))
                draft.IsUnread |= order != draft.Order;
            else if (draft.IsSorted)
                continue;
            if (length == 0 || (asksDate && tokens[at] == "last"))
                continue;
            // "smallest files first"
            var noun = at + length + KindRule.Match(tokens, at + length).Length;
            if (tokens[noun] == "first" && noun > at + length)
            {
                draft.Order = order;
                tokens.Use(at, length);
                tokens.Use(noun, 1);
                return;
            }

            // "the second largest"
            if (OrderWords.Ordinal(tokens[at - 1]) is > 1 and var place)
            {
                (draft.Order, draft.Skip, draft.Take) = (order, place - 1, 1);
                tokens.Use(at - 1, length + 1);
                return;
            }

            draft.Adjective = OrderWords.Adjectives.ContainsKey(tokens[at]) ? tokens[at] : "";
            var (before, take) = NumberBefore(tokens, at);
            var after = 0;
            if (take < 0 && Digits(tokens[at + length]) is var number and > 0)
                (after, take) = (1, number);
            draft.Order = order;
            if (tokens[at + length] == "first")
            {
                tokens.Use(at, length + 1);
                return;
            }

            draft.Take = take >= 0 ? Math.Max(take, 1) : IsOne(tokens, at + length, SaysMany(tokens, at)) ? 1 : null;
            tokens.Use(at - before, before + length + after);
            return;
        }
    }

    // "what are the biggest files? top ten"
    private static void ReadTop(Tokens tokens, Draft draft)
    {
        var at = tokens.Count - 2;
        if (draft.Order == FileOrder.Relevance || tokens[at] is not ("top" or "first") || Digits(tokens[at + 1]) is not (> 0 and var number))
            return;
        draft.Take = number;
        tokens.Use(at, 2);
    }

    // "list 2 pdfs", "first 3 files", "do I have more than 5 photos"; "thesis 2 pdf" is a name.
    private static void ReadNumber(Tokens tokens, Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Digits(tokens[at]) is not (> 0 and var number) || CalendarWords.Year(tokens[at]) > 0 || KindRule.Match(tokens, at + (tokens[at + 1] == "of" ? 2 : 1)).Word is null)
                continue;
            var start = tokens[at - 1] is "first" or "any" or "exactly" or "top" ? at - 1 : at;
            for (var back = 1; back <= 3; back++)
            {
                if (SizeWords.Comparing.Any(book => book.Match(tokens, at - back) == back))
                    start = at - back;
            }

            draft.AsksNumber = tokens.Word(start - 1) is "have" or "there" or "got" or "own";
            if (tokens[start - 1].Length > 0 && !AskPhrases.Stop.Contains(tokens[start - 1]) || (start < at && tokens[start] is not ("first" or "any" or "top") && SizeWords.AtMost.Match(tokens, start) == 0 && !draft.AsksNumber))
                return;
            draft.Take = number;
            tokens.Use(start, at - start + 1);
            return;
        }
    }

    private static (FileOrder Order, int Length) Order(Tokens tokens, int at)
    {
        var word = tokens[at];
        // "the first photo I took"
        if (word == "first" && KindRule.Match(tokens, at + 1).Word is { Plural: false } && (tokens.Word(at - 1) is "my" or "very" || Enumerable.Range(at, tokens.Count - at).Any(later => tokens.Word(later) == "i")))
            return (FileOrder.Oldest, 1);
        if (word == "most" && tokens[at + 1] is "recent" or "recently")
            return (FileOrder.Newest, 2);
        if (OrderWords.Superlatives.TryGetValue(word, out var superlative))
            return (superlative, 1);
        if (OrderWords.Adjectives.TryGetValue(word, out var adjective))
        {
            var noun = at + 1;
            while (AskPhrases.Changes.Contains(tokens[noun]) || (word == "last" && tokens[noun] is "open" or "used" or "use" or "viewed" or "looked") || (word == "last" && Digits(tokens[noun]) > 0))
                noun++;
            // "the file I edited last", "which files are big"
            var (before, ends) = (tokens.Word(at - 1), noun >= tokens.Count || AskPhrases.Stop.Contains(tokens[noun]));
            var stands = ends && (word == "last" ? noun > at + 1 || AskPhrases.Changes.Contains(before) : before is "are" or "is");
            return stands || tokens[noun] is "thing" or "item" or "one" or "ones" or "stuff" or "download" or "downloads" || HasNoun(word, tokens, noun) || KindRule.Match(tokens, noun).Word is not null ? (adjective, 1) : default;
        }

        if (word == "top" && (KindRule.Match(tokens, at + 1).Word is not null || (Digits(tokens[at + 1]) > 0 && (at + 2 == tokens.Count || KindRule.Match(tokens, at + 2).Word is not null))))
            return (FileOrder.Largest, 1);
        return default;
    }

    // "my old tax documents"; "new" may begin a name.
    private static bool HasNoun(string word, Tokens tokens, int at) =>
        word is "old" or "recent" && Enumerable.Range(at, 3).Any(noun => KindRule.Match(tokens, noun).Word is not null);

    // "the three newest", "top 5 largest"
    private static (int Length, int Number) NumberBefore(Tokens tokens, int at)
    {
        var number = Digits(tokens[at - 1]);
        if (number <= 0 || CalendarWords.Year(tokens[at - 1]) > 0)
            return (0, -1);
        return (tokens[at - 2] is "top" or "first" ? 2 : 1, number);
    }

    private static int Digits(string word) => word is "a" or "an" ? -1 : NumberWords.Whole(word);

    // "which files are largest", "the photos I took last"
    private static bool SaysMany(Tokens tokens, int at) =>
        tokens.Word(at - 1) is "are" or "were"
        || (tokens.Word(at) == "last" && Enumerable.Range(0, at).Any(noun => KindRule.Match(tokens, noun).Word is { Plural: true }));

    // A singular asks for one: what follows decides, whether a word for files or any other name.
    private static bool IsOne(Tokens tokens, int at, bool saidMany)
    {
        // "the newest of my letters"
        if (tokens[at] is "of" or "among" or "amongst" && !saidMany)
            return true;
        while (AskPhrases.Changes.Contains(tokens[at]) || tokens[at] is "of" or "my" or "the" or "all")
            at++;
        if (at >= tokens.Count)
            return !saidMany;
        for (var noun = at; noun < at + 4; noun++)
        {
            // "biggest audio or video file"
            if (KindRule.Match(tokens, noun) is { Word: { } word, Length: var length })
                return !((tokens.Next(noun + length) is > 0 and var next ? KindRule.Match(tokens, next).Word : null) ?? word).Plural;
        }

        var name = tokens[at];
        return name.Length == 0 || AskPhrases.Stop.Contains(name) ? name is not ("ones" or "things" or "stuff" or "items") : !Plurals.IsPlural(name);
    }
}
