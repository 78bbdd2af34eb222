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
        return Fill(tokens, draft, ask.Kind is IntentKind.List or IntentKind.Count, aspect) is { } changes ? new Heard(ask, draft, aspect, changes) : null;
    }

    /// <summary>What a question without a verb says of the files; null when a word turns it into another.</summary>
    public Draft? ReadPart(Tokens tokens) => ReadPart(tokens, isList: true);

    /// <param name="isList">One name alone is a folder, if there is such a one.</param>
    public Draft? ReadPart(Tokens tokens, bool isList)
    {
        var draft = new Draft();
        return Fill(tokens, draft, isList, Aspect.Any) is null ? null : draft;
    }

    private bool? Fill(Tokens tokens, Draft draft, bool isList, Aspect aspect)
    {
        new ExceptRule(tokens, ReadPart).Read(draft);
        InsideRule.Read(tokens, draft);
        var places = new PlaceRule(tokens, isFolder);
        SizeRule.Read(tokens, draft);
        places.ReadNamed();
        new TimeRule(tokens, new LocalCalendar(clock), by).Read(draft);
        places.ReadAfterPreposition();
        OrderRule.Read(tokens, draft, aspect == Aspect.Date);
        KindRule.Read(tokens, draft);
        if (isList)
            places.ReadAlone();
        if (aspect != Aspect.Date)
            places.ReadDownloads();
        places.Settle(draft);
        EitherRule.Read(tokens, draft);
        if (UnreadRule.IsIn(tokens, draft))
            return null;
        return NameRule.Read(tokens, draft, isFolder, aspect == Aspect.Date);
    }
}
