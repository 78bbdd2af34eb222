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
        IntentKind.Unknown => Situation.Unknown,
        _ => facts.Count is { } count ? OfFiles(intent, facts, count) : Situation.NotYet,
    };

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
        if (count == 0 && facts.Folders.Count == 0)
            return Situation.NoFolder;
        if (count == 0)
            return facts.Near.Count > 0 ? Situation.NothingButNear : facts.Intent == IntentKind.Count ? Situation.CountedNone : Situation.Nothing;
        if (facts.Files.Count == 0)
            return Situation.Counted;
        if (Extreme(facts.Intent, intent.Query.Order) is not null)
            return facts.Files.Count == 1 ? Situation.BestOne : Situation.BestSome;
        if (facts.Intent == IntentKind.Count)
            return count == 1 ? Situation.CountedOne : Situation.Counted;
        if (count == 1)
            return Of(intent.Aspect, Situation.FoundOne, Situation.PlacedOne, Situation.DatedOne, Situation.SizedOne);
        if (count <= Named && facts.Files.Count == count)
            return Of(intent.Aspect, Situation.FoundFew, Situation.PlacedFew, Situation.DatedFew, Situation.SizedFew);
        var many = facts.Intent == IntentKind.List ? Situation.ListedMany : Situation.FoundMany;
        return Of(intent.Aspect, many, Situation.PlacedMany, Situation.DatedMany, Situation.SizedMany);
    }

    private static Situation Of(Aspect aspect, Situation any, Situation place, Situation date, Situation size) => aspect switch
    {
        Aspect.Place => place,
        Aspect.Date => date,
        Aspect.Size => size,
        _ => any,
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
        Smalltalk.Bye => Situation.Bye,
        _ => Situation.Greeting,
    };
}
