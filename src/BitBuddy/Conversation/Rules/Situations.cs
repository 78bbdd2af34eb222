using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

internal static class Situations
{
    /// <summary>So many names are said in one reply.</summary>
    public const int Named = 3;

    public static Situation Of(Intent intent, Facts facts, Mood mood) => facts.Intent switch
    {
        IntentKind.Status => OfStatus(facts.Health),
        IntentKind.Smalltalk => OfSmalltalk(intent.Smalltalk, mood),
        IntentKind.Help => Situation.Help,
        IntentKind.Unknown => intent.Beyond switch { Beyond.Act => Situation.ActsNot, Beyond.Comparison => Situation.ComparesNot, _ => Situation.Unknown },
        IntentKind.Summary when facts.Count is null => Situation.SumWhich,
        IntentKind.Summary when facts.Sentences.Count > 0 => Situation.Summed,
        IntentKind.Summary when facts.Wordless is not null => Situation.Wordless,
        _ when intent.IsRemoved && facts.Folders.Count > 0 => facts.GoneCount > 0 ? Situation.WentFiles : Situation.NoneGone,
        _ => facts.Count is { } count ? OfFiles(intent, facts, count) : Situation.NotYet,
    };

    /// <summary>What the situation is made of: sections of the phrase files, one sentence or two each, in their order.</summary>
    public static IReadOnlyList<string> Sections(Situation situation) => situation switch
    {
        Situation.NothingButNear => ["Nothing", "Near"],
        Situation.FoundFew => ["Have", "Few"],
        Situation.SizedFew => ["Counted", "Few"],
        Situation.FoundMany => ["Have", "Top"],
        Situation.ListedMany => ["Counted", "Top"],
        Situation.BestSome => ["BestOne", "Next"],
        Situation.DuplicatesFound => ["Duplicates", "TwinTop"],
        Situation.VersionsFound => ["Versions", "VersionTop"],
        Situation.StaleFound => ["Stale", "Top"],
        Situation.ChangedFound => ["Changed", "Top"],
        Situation.TidyFound => ["Tidy", "MovesNothing"],
        Situation.Status => ["MoodAlone", "Keep", "Disk"],
        Situation.StatusWithoutDisk => ["MoodAlone", "Keep"],
        _ => [situation.ToString()],
    };

    /// <summary>Files were found and are spoken of.</summary>
    public static bool IsFound(Situation situation) => situation is >= Situation.Counted and <= Situation.BestSome;

    /// <summary>The answer is about files, found or not.</summary>
    public static bool IsOfFiles(Situation situation) => situation <= Situation.BestSome;

    /// <summary>"biggest", "oldest": what the question orders by; null when it asks for no extreme.</summary>
    public static string? Extreme(IntentKind kind, FileOrder order) => (kind, order) switch
    {
        (IntentKind.Largest, FileOrder.Smallest) => "smallest",
        (IntentKind.Largest, _) => "biggest",
        (IntentKind.Newest, FileOrder.Oldest) or (IntentKind.Stale, _) => "oldest",
        (IntentKind.Newest, _) => "newest",
        _ => null,
    };

    private static Situation OfFiles(Intent intent, Facts facts, long count)
    {
        if (count == 0)
            return facts.Folders.Count == 0 ? Situation.NoFolder : NoneOf(facts) ?? (facts.Near.Count > 0 ? Situation.NothingButNear : Situation.Nothing);
        if (facts.Files.Count == 0)
            return Situation.Counted;
        if (InsightOf(facts) is { } found)
            return found;
        if (Extreme(facts.Intent, intent.Query.Order) is not null)
            return facts.Files.Count == 1 ? Situation.BestOne : Situation.BestSome;
        if (facts.Intent == IntentKind.Count)
            return count > 1 ? Situation.Counted : intent.Aspect == Aspect.Size ? Situation.SizedOne : Situation.CountedOne;
        if (count == 1)
            return OfOne(intent.Aspect);
        if (count <= Named && facts.Files.Count == count)
            return intent.Aspect == Aspect.Size ? Situation.SizedFew : Situation.FoundFew;
        return facts.Intent == IntentKind.List || intent.Aspect == Aspect.Size ? Situation.ListedMany : Situation.FoundMany;
    }

    private static Situation? NoneOf(Facts facts) => facts is not { Insight: not null } ? null : facts.Intent switch
    {
        IntentKind.Duplicates => Situation.NoDuplicates,
        IntentKind.Versions => Situation.NoVersions,
        IntentKind.Stale => Situation.NoStale,
        IntentKind.Tidy => Situation.NoTidy,
        _ => null,
    };

    private static Situation? InsightOf(Facts facts) => facts switch
    {
        { Insight: null } => null,
        { Insight.Changes: not null } => Situation.ChangedFound,
        { Intent: IntentKind.Duplicates, Insight.GroupCount: > 0 } => Situation.DuplicatesFound,
        { Intent: IntentKind.Versions, Insight.GroupCount: > 0 } => Situation.VersionsFound,
        { Intent: IntentKind.Stale, Insight.Since: not null } => Situation.StaleFound,
        { Intent: IntentKind.Tidy, Insight.GroupCount: > 0 } => Situation.TidyFound,
        _ => null,
    };

    private static Situation OfOne(Aspect aspect) => aspect switch
    {
        Aspect.Place => Situation.PlacedOne,
        Aspect.Date => Situation.DatedOne,
        Aspect.Size => Situation.SizedOne,
        _ => Situation.FoundOne,
    };

    private static Situation OfStatus(Health? health) => health switch
    {
        null => Situation.MoodAlone,
        { DiskTotal: <= 0 } => Situation.StatusWithoutDisk,
        _ => Situation.Status,
    };

    private static Situation OfSmalltalk(Smalltalk smalltalk, Mood mood) => smalltalk switch
    {
        Smalltalk.HowAreYou => mood.State == MoodState.Healthy ? Situation.Well : Situation.Unwell,
        Smalltalk.WhoAreYou => Situation.WhoAreYou,
        Smalltalk.Thanks => Situation.Thanks,
        Smalltalk.Joke => Situation.Joke,
        Smalltalk.Praise => Situation.Praise,
        Smalltalk.Insult => Situation.Insult,
        Smalltalk.Clock => Situation.Clock,
        Smalltalk.Sad => Situation.Sympathy,
        Smalltalk.Bye => Situation.Bye,
        _ => Situation.Greeting,
    };
}
