using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Wishes that belong to a skill of their own: duplicates, tidying, stale files, versions, summaries; and of which files.</summary>
internal sealed class SkillRule(TimeProvider clock, Func<string, bool> isFolder)
{
    /// <summary>Null when no skill is wished for; then nothing is used up.</summary>
    public Intent? Read(Tokens tokens)
    {
        var (kind, start, length) = Find(tokens);
        if (length == 0)
            return null;
        var rest = tokens.Part(0, tokens.Count);
        var begin = AskPhrases.Lead.Skip(tokens, tokens.FirstFree());
        rest.Use(0, begin + (begin < start ? Math.Max(AskPhrases.Find.Match(tokens, begin), Math.Max(AskPhrases.Show.Match(tokens, begin), AskPhrases.List.Match(tokens, begin))) : 0));
        rest.Use(start, length);
        if (kind == IntentKind.Summary && rest.Word(rest.Count - 1) is "about" or "say" or "says" or "contain" or "contains" or "cover" or "covers" or "mean" or "tell" or "discuss")
            rest.Use(rest.Count - 1, 1);
        for (var at = 0; at < rest.Count; at++)
            rest.Use(at, SkillPhrases.Noise.Contains(rest[at]) && CalendarWords.Unit(rest[at + 1]) == '\0' && !(rest.Word(at - 1) is "in" or "from" or "inside" or "of" && isFolder(rest[at])) ? 1 : 0);
        // Whole names stay whole: "summarise report.pdf".
        var query = kind == IntentKind.Stale
            ? Stale(rest)
            : new QuestionReader(clock, isFolder).ReadPart(rest, kind is IntentKind.Tidy or IntentKind.Duplicates)?.ToQuery();
        // Of all files would be another answer than the one that was asked for.
        return query is null ? new Intent(IntentKind.Unknown, FileQuery.Everything) : new Intent(kind, query);
    }

    private (IntentKind Kind, int Start, int Length) Find(Tokens tokens)
    {
        var begin = AskPhrases.Lead.Skip(tokens, tokens.FirstFree());
        foreach (var (kind, book) in SkillPhrases.Begin)
        {
            // "clean up duplicates"
            if (book.Match(tokens, begin) is > 0 and var length && !(kind == IntentKind.Tidy && SaysDuplicates(tokens, begin + length)))
                return (kind, begin, length);
        }

        if (Summary(tokens, begin) is > 0 and var told)
            return (IntentKind.Summary, begin, told);
        for (var at = begin; at < tokens.Count; at++)
        {
            foreach (var (kind, book) in SkillPhrases.Anywhere)
            {
                if (book.Match(tokens, at) is > 0 and var length)
                    return (kind, at, length);
            }

            // "find duplicate key.pdf" looks for a name.
            if (tokens[at] is "duplicate" or "duplicated" && KindRule.Match(tokens, at + 1).Word is not null)
                return (IntentKind.Duplicates, at, 1);
        }

        return default;
    }

    private static bool SaysDuplicates(Tokens tokens, int start) =>
        Enumerable.Range(start, Math.Max(tokens.Count - start, 0)).Any(at => tokens[at] is "duplicate" or "duplicated" || SkillPhrases.Anywhere.Any(skill => skill.Kind == IntentKind.Duplicates && skill.Book.Match(tokens, at) > 0));

    // "what is in report.pdf", "what is my thesis about", "what does the contract say"
    private int Summary(Tokens tokens, int at)
    {
        if (tokens[at] != "what" || tokens.Count - at < 3)
            return 0;
        var (verb, last) = (tokens[at + 1], tokens[tokens.Count - 1]);
        if (verb is "does" or "do" && last is "say" or "says" or "contain" or "cover" or "mean" or "tell" or "discuss" && !HasFolder(tokens, at + 2))
            return 2;
        // "tell me what the contract says"
        if (last == "says" && verb is not ("is" or "are" or "file" or "files" or "document" or "documents" or "note" or "notes" or "does" or "do"))
            return 1;
        // "what's the shopping list say"
        if (verb is "is" && last is "say" or "says")
            return 2;
        if (verb is "is" or "are" && last == "about" && !Enumerable.Range(at, tokens.Count - at).Any(word => IsFolderOrBuddy(tokens[word])))
            return 2;
        var name = at + 3;
        while (tokens[name] is "the" or "my" or "file" or "document")
            name++;
        // "what is in apple pie.md"
        while (name < tokens.Count - 1 && tokens[name].Length > 0 && !AskPhrases.Stop.Contains(tokens[name]) && !isFolder(tokens[name]))
            name++;
        return verb is "is" or "are" && tokens[at + 2] is "in" or "inside" && name >= tokens.Count - 1 && !isFolder(tokens.Name(name)) && KnownExtensions.EndsFileName(tokens.Name(name)) ? 3 : 0;
    }

    private bool HasFolder(Tokens tokens, int start) =>
        Enumerable.Range(start, tokens.Count - start).Any(at => IsFolderOrBuddy(tokens[at]) || isFolder(tokens[at]));

    private static bool IsFolderOrBuddy(string word) => word is "folder" or "directory" or "you" or "brain" or "life" or "world";

    // "not opened in two years", "not touched since 2020"
    private FileQuery? Stale(Tokens rest)
    {
        for (var at = 0; at < rest.Count; at++)
        {
            var from = rest[at] is "in" or "for" or "over" or "than" or "within" or "the" or "last" or "more" or "since" or "at" or "least" or "past" ? at : -1;
            if (from < 0)
                continue;
            while (rest[at] is "in" or "for" or "over" or "than" or "within" or "the" or "last" or "more" or "at" or "least" or "past")
                at++;
            var number = CalendarWords.Unit(rest[at]) != '\0' ? (Number: 1, Length: 0) : new PeriodReader(rest, new LocalCalendar(clock)).Number(at);
            if (number.Number < 0 || CalendarWords.Unit(rest[at + number.Length]) is not (not '\0' and var unit))
                continue;
            from -= rest[from - 1] == "since" ? 1 : 0;
            rest.Use(from, at + number.Length + 1 - from);
            return new QuestionReader(clock, isFolder).ReadPart(rest)?.ToQuery() is { } query
                ? query with { From = null, Until = new LocalCalendar(clock).Ago(number.Number, unit) }
                : null;
        }

        // Not touched since then: changed before.
        return new QuestionReader(clock, isFolder).ReadPart(rest)?.ToQuery() is { } plain ? plain with { From = null, Until = plain.Until ?? plain.From } : null;
    }
}
