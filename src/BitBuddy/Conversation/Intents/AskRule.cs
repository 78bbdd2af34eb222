using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>What is wanted of the files: "how many", "list", "show me", "where is", or nothing but words.</summary>
internal static class AskRule
{
    /// <summary>The verb, used up; null when the question is none the rules answer.</summary>
    public static Ask? Read(Tokens tokens)
    {
        var at = AskPhrases.Lead.Skip(tokens, tokens.FirstFree());
        if (at < tokens.Count && tokens[at].Length == 0 && at == tokens.FirstFree())
            return new Ask(null, Sure: true);
        if (Math.Max(AskPhrases.Elsewhere.Match(tokens, at), AskPhrases.Beyond.Match(tokens, at)) > AskPhrases.Find.Match(tokens, at) || FolderAsked(tokens, at) || ExtremeDoubted(tokens, at) || Acts(tokens, at))
            return null;

        var namesAll = Enumerable.Range(at, tokens.Count - at).Any(word => AskPhrases.All.Contains(tokens[word]));
        var order = OrderSaid(tokens);
        at = AskPhrases.Lead.Skip(tokens, tokens.FirstFree());
        tokens.Use(0, at);
        var ask = Counting(tokens, at) ?? Listing(tokens, at) ?? Opening(tokens, at);
        foreach (var i in Enumerable.Range(0, tokens.Count))
        {
            if (AskPhrases.Having.Match(tokens, i) is not (> 0 and var length))
                continue;
            tokens.Use(i, length);
            ask = ask with { Kind = ask.Kind ?? IntentKind.Find, Sure = true };
        }

        return ask with { Order = order, NamesAll = ask.NamesAll || namesAll || order != FileOrder.Relevance };
    }

    // "send report.pdf to Anna", "print my cv"
    private static bool Acts(Tokens tokens, int at) =>
        (AskPhrases.Makes.Contains(tokens[at]) && AskPhrases.Made.Contains(tokens[at + 1])) ||
        AskPhrases.Acts.Contains(tokens[at]) && (AskPhrases.Acted.Contains(tokens[at + 1]) || KnownExtensions.EndsFileName(tokens.Name(at + 1)));

    // "my biggest folder", "which folder is the biggest": folders are not sorted here.
    private static bool FolderAsked(Tokens tokens, int start)
    {
        var which = tokens[start] is "which" or "what" && tokens[start + 1] is "folder" or "folders" or "directory";
        for (var at = start; at < tokens.Count; at++)
        {
            if (OrderWords.Superlatives.ContainsKey(tokens[at]) && (tokens[at + 1] is "folder" or "folders" or "directory" || (which && at == tokens.Count - 1)))
                return true;
        }

        return false;
    }

    // "is my biggest file a video", "is report.pdf big": yes or no, which no list of files says.
    private static bool ExtremeDoubted(Tokens tokens, int start)
    {
        if (tokens[start] is not ("is" or "are" or "was" or "were") || tokens[start + 1] is "there" or "not")
            return false;
        return Enumerable.Range(start, tokens.Count - start).Any(at => OrderWords.Superlatives.ContainsKey(tokens[at]))
            || OrderWords.Adjectives.ContainsKey(tokens[tokens.Count - 1]);
    }

    /// <summary>What of the files is asked; read before anything is used up.</summary>
    public static Aspect Aspect(Tokens tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var (aspect, book) in AskPhrases.Aspects)
            {
                if (book.Match(tokens, at) > 0)
                    return aspect;
            }
        }

        return Conversation.Aspect.Any;
    }

    private static FileOrder OrderSaid(Tokens tokens)
    {
        var order = FileOrder.Relevance;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Math.Max(AskPhrases.Largest.Match(tokens, at), Filling(tokens, at)) is > 0 and var large)
            {
                order = FileOrder.Largest;
                tokens.Use(at, large);
            }
            else if (AskPhrases.Newest.Match(tokens, at) is > 0 and var recent && tokens[at - 1] != "most")
            {
                order = FileOrder.Newest;
                tokens.Use(at, recent);
            }
        }

        return order;
    }

    // "what is taking up all the room on my drive"; "how much space do videos take" counts.
    private static int Filling(Tokens tokens, int at)
    {
        if (!AskPhrases.Filling.Contains(tokens[at]) || !Enumerable.Range(0, at).Any(before => tokens[before] is "what" or "which") || Enumerable.Range(0, at).Any(before => tokens[before] is "much" or "many"))
            return 0;
        for (var room = at + 1; room < at + 7; room++)
        {
            if (!AskPhrases.Room.Contains(tokens[room]))
                continue;
            // "of my disk", "on the drive"
            var end = room + 1;
            while (tokens[end] is "on" or "of" or "my" or "the" or "this" or "hard" || AskPhrases.Room.Contains(tokens[end]))
                end++;
            while (end > room + 1 && !AskPhrases.Room.Contains(tokens[end - 1]))
                end--;
            return end - at;
        }

        return 0;
    }

    private static Ask? Counting(Tokens tokens, int start)
    {
        for (var at = start; at < tokens.Count; at++)
        {
            var weighs = tokens[at] == "how" && tokens[at + 1] == "much" && Enumerable.Range(at, tokens.Count - at).Any(word => tokens[word] is "weigh" or "weighs") ? 2
                // "size uni folder"
                : at == start && tokens[at] == "size" && tokens[at + 1] is not ("" or "of") ? 1 : 0;
            if (Math.Max(AskPhrases.Count.Match(tokens, at), weighs) is not (> 0 and var length))
                continue;
            // "photo count" counts, "find count dracula" does not.
            if (at > start && tokens[at] == "count")
            {
                if (!FileWords.IsWord(tokens[at - 1]))
                    continue;
                tokens.Use(at, 1);
                return new Ask(IntentKind.Count, Sure: true);
            }

            // "any files over a gigabyte? how many?"
            if (at > start && at + length == tokens.Count && tokens[at] == "how")
            {
                tokens.Use(at, length);
                return Opening(tokens, start) with { Kind = IntentKind.Count, Sure = true };
            }

            // "count von count.mp3" counts; "the size of" in the middle of a name does too: both say how many.
            tokens.Use(start, at - start + length);
            // "how much room is Downloads eating"
            if (AskPhrases.Filling.Contains(tokens[tokens.Count - 1]) && Enumerable.Range(at, length).Any(word => AskPhrases.Room.Contains(tokens.Word(word))))
                tokens.Use(tokens.Count - 1, 1);
            return new Ask(IntentKind.Count, Sure: true);
        }

        return null;
    }

    private static Ask? Listing(Tokens tokens, int at)
    {
        if (tokens[at] is "what" or "which")
        {
            var noun = at + 1;
            while (tokens[noun] is "of" or "my" or "are" or "the" or "kind" or "kinds" or "all")
                noun++;
            if (KindRule.Match(tokens, noun).Word is not null && tokens[noun - 1] is not "are")
            {
                tokens.Use(at, noun - at);
                return new Ask(IntentKind.List, Sure: true);
            }
        }

        if (AskPhrases.List.Match(tokens, at) is > 0 and var list)
        {
            // "in" opens a place: it stays for that rule to read.
            var place = tokens[at + list - 1] is "in" or "on" or "inside" ? 1 : 0;
            var bare = AskPhrases.BareList.Match(tokens, at) == list;
            tokens.Use(at, list - place);
            return new Ask(IntentKind.List, Sure: true) { NamesAll = !bare };
        }

        if (AskPhrases.Show.Match(tokens, at) is not (> 0 and var show))
            return null;
        tokens.Use(at, show);
        return new Ask(IntentKind.List, Sure: true) { IsShow = true };
    }

    private static Ask Opening(Tokens tokens, int at)
    {
        var (find, maybe, chatter) = (AskPhrases.Find.Match(tokens, at), AskPhrases.MaybeFind.Match(tokens, at), AskPhrases.Chatter.Match(tokens, at));
        if (find > 0 && find >= Math.Max(maybe, chatter))
        {
            tokens.Use(at, find);
            return new Ask(IntentKind.Find, Sure: true);
        }

        var holds = tokens[at] is "which" or "what" && Enumerable.Range(at + 1, 2).Any(noun => InsidePhrases.Texts.Contains(Plurals.Stem(tokens[noun])) && tokens[noun + 1] is "has" or "have" or "with");
        tokens.Use(at, maybe);
        return new Ask(maybe > 0 ? IntentKind.Find : null, Sure: holds || Math.Max(maybe, chatter) == 0);
    }
}
