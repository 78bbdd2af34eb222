using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.Tests.Conversation.Rules;

/// <summary>One question of every intent and shape of facts, for whoever reads or measures the rules voice.</summary>
public static class VoiceSamples
{
    public static readonly Mood Away = Mood.Of(
        [new(CauseKind.FolderAway, MoodState.Sick, "the folder “Photos” is not there now", "bring the disk back, or run `bitbuddy folders remove DIR`")]);

    public static readonly Mood Ill = Mood.Of(
    [
        new(CauseKind.DiskLow, MoodState.Sick, "the disk is 97 % full", "see what could go with `bitbuddy ask what takes the most space`"),
        new(CauseKind.BrainCrashing, MoodState.Sick, "my brain keeps stopping", "try it again with `bitbuddy brain wake`"),
    ]);

    /// <summary>The moment all of it is asked: a Wednesday, 12:00 UTC.</summary>
    public static TimeProvider Clock() => Sample.Clock();

    public static IEnumerable<(string Question, Intent Intent, Facts Facts, Mood Mood)> All()
    {
        var tax = new FileQuery { Words = ["tax"], Extensions = ["pdf"] };
        var largest = new FileQuery { Order = FileOrder.Largest, Kinds = [FileKind.Video] };
        var bounded = new FileQuery { MinBytes = 1_000_000_001, From = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Until = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var oldest = new FileQuery { Order = FileOrder.Oldest, Places = ["Downloads"] };
        var documents = new FileQuery { Kinds = [FileKind.Document] };
        FileEntry[] taxes = [Sample.File("tax 2024.pdf", 340_000, 3), Sample.File("tax 2023.pdf", 1_200_000, 400)];
        FileEntry[] videos = [Sample.File("moon.mp4", 2_300_000_000, kind: FileKind.Video), Sample.File("party.mov", 890_000_000, kind: FileKind.Video), Sample.File("cat.mp4", 12_000_000, kind: FileKind.Video)];

        yield return ("find, nothing", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 0, 0), Sample.Fine);
        yield return ("find, only near", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 0, 0) with { Near = taxes }, Sample.Fine);
        yield return ("find, one", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 1, 340_000, taxes[0]), Sample.Fine);
        yield return ("find, few", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 2, 1_540_000, taxes), Sample.Fine);
        yield return ("find, many", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 4_317, 98_000_000, taxes), Sample.Fine);
        yield return ("find, corrected and old", Sample.Asked(IntentKind.Find, documents), Sample.Facts(IntentKind.Find, 2, 1_540_000, taxes) with { Corrected = "documnets -> documents", AsOf = Sample.Now.AddHours(-30) }, Sample.Fine);
        yield return ("find, a folder is away", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 2, 1_540_000, taxes), Away);
        yield return ("find, disk nearly full", Sample.Asked(IntentKind.Find, tax), Sample.Facts(IntentKind.Find, 2, 1_540_000, taxes), Ill);
        foreach (var aspect in Enum.GetValues<Aspect>().Skip(1))
        {
            yield return ($"find one, {aspect}", Sample.Asked(IntentKind.Find, tax) with { Aspect = aspect }, Sample.Facts(IntentKind.Find, 1, 340_000, taxes[0]), Sample.Fine);
            yield return ($"find few, {aspect}", Sample.Asked(IntentKind.Find, tax) with { Aspect = aspect }, Sample.Facts(IntentKind.Find, 2, 1_540_000, taxes), Sample.Fine);
            yield return ($"list many, {aspect}", Sample.Asked(IntentKind.List) with { Aspect = aspect }, Sample.Facts(IntentKind.List, 20, 3_210_000_000, videos), Sample.Fine);
            yield return ($"largest, {aspect}", Sample.Asked(IntentKind.Largest, largest) with { Aspect = aspect }, Sample.Facts(IntentKind.Largest, 1, 2_300_000_000, videos[0]), Sample.Fine);
        }

        yield return ("list, many", Sample.Asked(IntentKind.List), Sample.Facts(IntentKind.List, 20, 3_210_000_000, videos), Sample.Fine);
        yield return ("count, none", Sample.Asked(IntentKind.Count, tax), Sample.Facts(IntentKind.Count, 0, 0), Sample.Fine);
        yield return ("count, many", Sample.Asked(IntentKind.Count, documents), Sample.Facts(IntentKind.Count, 12, 345_678), Sample.Fine);
        yield return ("count, one", Sample.Asked(IntentKind.Count, documents), Sample.Facts(IntentKind.Count, 1, 340_000, taxes[0]), Sample.Fine);
        yield return ("find few, places", Sample.Asked(IntentKind.Find, tax) with { Aspect = Aspect.Place }, Sample.Facts(IntentKind.Find, 2, 1_540_000, taxes[0] with { Path = "/home/sam/Documents/Taxes/tax 2024.pdf" }, taxes[1]), Sample.Fine);
        yield return ("count, bounds", Sample.Asked(IntentKind.Count, bounded), Sample.Facts(IntentKind.Count, 2, 3_000_000_000), Sample.Fine);
        yield return ("largest, one", Sample.Asked(IntentKind.Largest, largest), Sample.Facts(IntentKind.Largest, 1, 2_300_000_000, videos[0]), Sample.Fine);
        yield return ("largest, some", Sample.Asked(IntentKind.Largest, largest), Sample.Facts(IntentKind.Largest, 3, 3_202_000_000, videos), Sample.Fine);
        yield return ("oldest, one", Sample.Asked(IntentKind.Newest, oldest), Sample.Facts(IntentKind.Newest, 1, 340_000, taxes[1]), Sample.Fine);
        yield return ("newest, some", Sample.Asked(IntentKind.Newest), Sample.Facts(IntentKind.Newest, 2, 1_540_000, taxes), Sample.Fine);
        var clips = Sample.Group(GroupKind.Duplicates, 2, videos[2], videos[2] with { Path = "/home/sam/Documents/cat (1).mp4", Name = "cat (1).mp4" });
        var drafts = Sample.Group(GroupKind.Versions, 3, taxes[0], taxes[1]);
        yield return ("duplicates", Sample.Asked(IntentKind.Duplicates), Sample.Insight(IntentKind.Duplicates, Sample.Grouped(clips, Sample.Group(GroupKind.Duplicates, 5, taxes[0]))), Sample.Fine);
        yield return ("versions", Sample.Asked(IntentKind.Versions), Sample.Insight(IntentKind.Versions, Sample.Grouped(drafts)), Sample.Fine);
        yield return ("stale", Sample.Asked(IntentKind.Stale), Sample.Insight(IntentKind.Stale, new(2, 14_000_000, [taxes[1], videos[2]]) { Since = Sample.Now.AddYears(-1), OpeningIsKnown = true }), Sample.Fine);
        yield return ("changed this week", Sample.Asked(IntentKind.Newest, new() { From = Sample.Now.AddDays(-3) }), Sample.Insight(IntentKind.Newest, new(12, 40_000_000, taxes) { Changes = new(5, 7) }), Sample.Fine);
        yield return ("tidy", Sample.Asked(IntentKind.Tidy), Sample.Insight(IntentKind.Tidy, Sample.Grouped(
            Sample.Group(GroupKind.Duplicates, 4, taxes[0]), Sample.Group(GroupKind.Stale, 9, taxes[1]), Sample.Group(GroupKind.Downloads, 31, videos[0]) with { Kind = FileKind.Video })), Sample.Fine);
        foreach (var kind in (IntentKind[])[IntentKind.Duplicates, IntentKind.Versions, IntentKind.Stale, IntentKind.Tidy])
            yield return ($"{kind}, none", Sample.Asked(kind), Sample.Facts(kind, 0, 0) with { Insight = new(0, 0, []) { Since = Sample.Now.AddYears(-1), GroupCount = 0, Wasted = 0 } }, Sample.Fine);
        yield return ("no folder", Sample.Asked(IntentKind.List), Sample.Facts(IntentKind.List, 0, 0) with { Folders = [] }, Sample.Fine);
        yield return ("status", Sample.Asked(IntentKind.Status), Sample.Facts(IntentKind.Status) with { Health = Sample.Health() }, Sample.Fine);
        yield return ("status, sick", Sample.Asked(IntentKind.Status), Sample.Facts(IntentKind.Status) with { Health = Sample.Health(Ill) with { Brain = null, DiskTotal = 0, Files = 1 } }, Ill);
        foreach (var smalltalk in Enum.GetValues<Smalltalk>().Skip(1))
            yield return (smalltalk.ToString(), Sample.Asked(IntentKind.Smalltalk, smalltalk: smalltalk), Sample.Facts(IntentKind.Smalltalk), Sample.Fine);
        yield return ("how are you, sick", Sample.Asked(IntentKind.Smalltalk, smalltalk: Smalltalk.HowAreYou), Sample.Facts(IntentKind.Smalltalk), Ill);
        foreach (var beyond in Enum.GetValues<Beyond>().Skip(1))
            yield return (beyond.ToString(), Sample.Asked(IntentKind.Unknown) with { Beyond = beyond }, Sample.Facts(IntentKind.Unknown), Sample.Fine);
        yield return ("duplicates, none in a folder", Sample.Asked(IntentKind.Duplicates, new() { Places = ["taxes"] }), Sample.Facts(IntentKind.Duplicates, 0, 0) with { Insight = new(0, 0, []) { GroupCount = 0, Wasted = 0 } }, Sample.Fine);
        foreach (var kind in (IntentKind[])[IntentKind.Help, IntentKind.Unknown, IntentKind.Stale, IntentKind.Duplicates, IntentKind.Versions, IntentKind.Summary, IntentKind.Tidy, IntentKind.Where])
            yield return (kind.ToString(), Sample.Asked(kind), Sample.Facts(kind), Sample.Fine);
    }
}
