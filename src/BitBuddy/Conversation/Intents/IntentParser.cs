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
    /// <param name="before">What was shown last in the same talk: "and the ones from May?" leans on it.</param>
    public Intent Parse(string question, LastShown? before = null)
    {
        var tokens = Tokenizer.Read(question);
        if (tokens.Count == 0)
            return Unknown;
        if (TalkRule.Read(tokens) is { } talk)
            return talk;

        var whole = tokens.Part(0, tokens.Count);
        var corrected = Spelling.Correct(tokens, isFolder);
        tokens = MannerRule.Cut(tokens);
        if (before is not null && new FollowUpRule(clock, isFolder, before).Read(tokens.Part(0, tokens.Count)) is { } follow)
            return follow with { Corrected = corrected };
        if (new RemovalRule(clock, isFolder).Read(tokens) is { } removed)
            return removed with { Corrected = corrected };
        if (new SkillRule(clock, isFolder).Read(tokens) is { } skill)
            return skill with { Corrected = corrected };
        if (new CompareRule(clock, isFolder).Read(tokens) is { } compared)
            return compared with { Corrected = corrected };
        var named = TimeAsName.Of(tokens);
        return new QuestionReader(clock, isFolder).Read(tokens)?.Intent is { } intent
            ? intent with { Corrected = corrected, ByName = named is null ? null : ByName(intent, named), ByTime = ByTime(intent) }
            : Unknown with { Beyond = BeyondRule.Read(whole) };
    }

    private FileQuery? ByName(Intent intent, Tokens named) =>
        intent is { Kind: IntentKind.Find or IntentKind.List or IntentKind.Count, Query: { From: not null } or { Until: not null } }
        && new QuestionReader(clock, isFolder).Read(named)?.Intent is { Query: { From: null, Until: null, Words.Count: > 0, Except.Count: 0 } query } ? query : null;

    // "winter photos"
    private FileQuery? ByTime(Intent intent) =>
        intent is { Kind: IntentKind.Find or IntentKind.List or IntentKind.Count, Query: { From: null, Until: null } query } && query.Kinds.Count + query.Extensions.Count > 0
        && query.Words.FirstOrDefault(word => CalendarWords.Season(word) > 0) is { } season && new PeriodReader(Tokenizer.Read(season), new LocalCalendar(clock)).Read(0) is { } period
            ? query with { Words = [.. query.Words.Where(word => word != season)], From = period.From, Until = period.Until } : null;

    private static Intent Unknown => new(IntentKind.Unknown, FileQuery.Everything);
}
