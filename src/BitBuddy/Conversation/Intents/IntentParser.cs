using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>
/// Understands a question by rules, never by a model: each rule reads the words it knows and uses them up; what is left over
/// are name words. Safe for concurrent use.
/// </summary>
/// <param name="isFolder">Whether a folder of that name is known, case aside; must be cheap.</param>
public sealed class IntentParser(TimeProvider clock, Func<string, bool> isFolder)
{
    /// <summary>Parses any text; what is no question about files, small talk, help or status is <see cref="IntentKind.Unknown"/>.</summary>
    public Intent Parse(string question)
    {
        var tokens = Tokenizer.Read(question);
        if (tokens.Count == 0)
            return Unknown;
        if (TalkRule.Read(tokens) is { } talk)
            return talk;

        var corrected = Spelling.Correct(tokens, isFolder);
        if (SkillRule.Read(tokens) is { } skill)
            return new Intent(skill, FileQuery.Everything) { Corrected = corrected };
        var aspect = AskRule.Aspect(tokens);
        if (AskRule.Read(tokens) is not { } ask)
            return Unknown;

        var draft = new Draft { Order = ask.Order };
        var places = new PlaceRule(tokens, isFolder);
        SizeRule.Read(tokens, draft);
        places.ReadNamed();
        new TimeRule(tokens, new LocalCalendar(clock)).Read(draft);
        places.ReadAfterPreposition();
        OrderRule.Read(tokens, draft, aspect == Aspect.Date);
        KindRule.Read(tokens, draft);
        if (ask.Kind is IntentKind.List or IntentKind.Count)
            places.ReadAlone();
        if (aspect != Aspect.Date)
            places.ReadDownloads();
        places.Settle(draft);
        if (UnreadRule.IsIn(tokens, draft))
            return Unknown;
        var changes = NameRule.Read(tokens, draft, isFolder, aspect == Aspect.Date);

        if (!IsAboutFiles(ask, draft, changes, aspect))
            return Unknown;
        var kind = KindOf(ask, draft, aspect);
        // "how many recent files" counts by no order.
        if (kind == IntentKind.Count && draft.Order != FileOrder.Relevance)
            return Unknown;
        if (kind == IntentKind.Count)
            draft.Take = null;
        return new Intent(kind, draft.ToQuery()) { Corrected = corrected, Aspect = aspect };
    }

    private static Intent Unknown => new(IntentKind.Unknown, FileQuery.Everything);

    // "where are you" names nothing to look for.
    private static bool IsAboutFiles(Ask ask, Draft draft, bool changes, Aspect aspect) =>
        draft.SpeaksOfFiles || (draft.HasTime && changes)
        || (ask.Sure && (draft.WordCount > 0 || draft.HasTime || (ask.Kind is not null && aspect is Aspect.Any or Aspect.Size)));

    private static IntentKind KindOf(Ask ask, Draft draft, Aspect aspect)
    {
        // "how big is my biggest file" asks for that file.
        if (draft.AsksNumber || (ask.Kind == IntentKind.Count && (aspect != Aspect.Size || draft.Order == FileOrder.Relevance)))
            return IntentKind.Count;
        return draft.Order switch
        {
            FileOrder.Largest or FileOrder.Smallest => IntentKind.Largest,
            FileOrder.Newest or FileOrder.Oldest => IntentKind.Newest,
            _ when ask.IsShow => draft.WordCount > 0 ? IntentKind.Find : IntentKind.List,
            _ => ask.Kind ?? IntentKind.Find,
        };
    }
}
