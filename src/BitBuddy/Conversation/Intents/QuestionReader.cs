namespace BitBuddy.Conversation;

/// <summary>Reads a question through: each rule uses up the words it knows, and what is left over are name words.</summary>
/// <param name="by">A month without a year is its last one that began by this day; today when null.</param>
internal sealed class QuestionReader(TimeProvider clock, Func<string, bool> isFolder, DateOnly? by = null)
{
    /// <summary>Null when it is no question the rules answer, or a word of it turns it into another.</summary>
    public Heard? Read(Tokens tokens)
    {
        var aspect = AskRule.Aspect(tokens);
        if (AskRule.Read(tokens) is not { } ask)
            return null;
        var draft = new Draft { Order = ask.Order };
        // "the file that takes the most space"
        if (ask.Order != Files.FileOrder.Relevance && Enumerable.Range(0, tokens.Count).Any(at => tokens.Word(at) is "file" or "document" or "video" or "picture" or "photo" && tokens.Word(at - 1) is "the" or "which" or "what"))
            draft.Take = 1;
        if (Fill(tokens, draft, ask.Kind is IntentKind.List or IntentKind.Count, aspect) is not { } changes)
            return null;
        if (ask.Kind == IntentKind.Count)
            draft.BoundByAdjective();
        return new Heard(ask, draft, aspect, changes);
    }

    /// <summary>What a question without a verb says of the files; null when a word turns it into another.</summary>
    /// <remarks>One name alone is a folder only where it is a usual one.</remarks>
    public Draft? ReadPart(Tokens tokens) => ReadPart(tokens, tokens.Left.Any(token => PlaceWords.Usual.Contains(token.Text)));

    /// <param name="isList">One name alone is a folder, if there is such a one.</param>
    public Draft? ReadPart(Tokens tokens, bool isList)
    {
        var draft = new Draft();
        return Fill(tokens, draft, isList, Aspect.Any) is null ? null : draft;
    }

    // "from 2024 except December": of that year.
    private DateOnly? YearSaid(Tokens tokens)
    {
        var year = Enumerable.Range(0, tokens.Count).Select(at => CalendarWords.Year(tokens[at])).FirstOrDefault(year => year > 0);
        return year > 0 && year < clock.GetLocalNow().Year ? new DateOnly(year, 12, 31) : null;
    }

    private bool? Fill(Tokens tokens, Draft draft, bool isList, Aspect aspect)
    {
        var parts = by is null && YearSaid(tokens) is { } year ? new QuestionReader(clock, isFolder, year) : this;
        new ExceptRule(tokens, parts.ReadPart).Read(draft);
        InsideRule.Read(tokens, draft);
        var places = new PlaceRule(tokens, isFolder);
        SizeRule.Read(tokens, draft);
        places.ReadNamed();
        new TimeRule(tokens, new LocalCalendar(clock), by).Read(draft);
        places.ReadAfterPreposition();
        draft.IsHere = places.IsHere;
        OrderRule.Read(tokens, draft, aspect == Aspect.Date);
        KindRule.Read(tokens, draft);
        if (isList || tokens.Left.Any(token => token.Text.Contains('/')))
            places.ReadAlone();
        if (aspect != Aspect.Date)
            places.ReadDownloads(draft);
        places.Settle(draft);
        EitherRule.Read(tokens, draft);
        if (UnreadRule.IsIn(tokens, draft))
            return null;
        return NameRule.Read(tokens, draft, isFolder, aspect == Aspect.Date);
    }
}
