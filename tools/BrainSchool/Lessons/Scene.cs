using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BrainSchool.Lessons;

/// <summary>Made-up facts for one situation, with a question that could have led there and somebody to answer it.</summary>
internal sealed record Scene(Situation Situation, string Question, Intent Intent, Facts Facts, Personality Who, Mood Mood)
{
    /// <summary>Every situation a brain of slots speaks in.</summary>
    public static IReadOnlyList<Situation> Known { get; } = [.. Enum.GetValues<Situation>().Where(situation => SlotNeeds.Of(situation, new Dictionary<string, string>()) is not null && IsTaught(situation))];

    private static readonly IntentKind[] Unlearned = [IntentKind.Stale, IntentKind.Duplicates, IntentKind.Versions, IntentKind.Tidy, IntentKind.Where];
    private static readonly DateTimeOffset Noon = new(2026, 6, 17, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Since = Noon.AddYears(-1);
    private static readonly string[] Starters = ["glitch", "citrus", "slate", "nova"];

    private static readonly HealthCause[] Causes =
    [
        new(CauseKind.DiskLow, MoodState.Critical, "the disk is 99 % full", "see what could go"),
        new(CauseKind.DiskLow, MoodState.Sick, "the disk is 97 % full", "see what could go"),
        new(CauseKind.MemoryTight, MoodState.Sick, "this computer's memory is nearly used up", "close a program that you do not need"),
        new(CauseKind.IndexStale, MoodState.Confused, "my last full look at your folders was on 2 May", "run `bitbuddy index`"),
        new(CauseKind.FolderAway, MoodState.Sick, "the folder “Photos” is not there now", "bring the disk back"),
        new(CauseKind.NoFolder, MoodState.Confused, "I know no folder yet", "add one"),
    ];

    /// <summary>Whether the situation is one that this school has phrases and questions for.</summary>
    private static bool IsTaught(Situation situation) => situation <= Situation.Unknown && situation is not (Situation.Clock or Situation.ChangedFound);

    public static Scene Draw(Situation situation, Questions questions, Random random, string? character = null)
    {
        var who = Person(random, character ?? random.Pick(Starters));
        var mood = situation switch
        {
            Situation.Well => Mood.Of([]),
            Situation.Unwell => Mood.Of([random.Pick(Causes)]),
            _ => random.Chance(0.5) ? Mood.Of([]) : Mood.Of([.. Causes.Where(_ => random.Chance(0.25)).DefaultIfEmpty(random.Pick(Causes))]),
        };
        var (asked, place) = (Names.Word(random), Names.Place(random));
        var text = questions.Of(situation, random).Replace("{asked}", asked).Replace("{place}", place).Replace("{number}", $"{random.Next(2, 3000)}").Replace("{name}", who.Name);
        var query = FileQuery.Everything with { Words = text.Contains(asked) ? [asked] : [], Places = text.Contains(place) ? [place] : [] };
        var (intent, facts) = Ask(situation, query, mood, random);
        return new Scene(situation, text, intent, facts, who, mood);
    }

    public SlotPrompt Prompt(TimeProvider clock, Random random) => SlotPrompt.Of(Question, Intent, Facts, Who, Mood, random.Next(12), clock, random) is { } prompt && prompt.Situation == Situation
        ? prompt
        : throw new InvalidOperationException($"The facts made up for {Situation} are of another situation.");

    private static (Intent, Facts) Ask(Situation situation, FileQuery query, Mood mood, Random random)
    {
        FileEntry[] some = [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Entry(random))];
        return situation switch
        {
            Situation.NoFolder => (new(IntentKind.Find, query), Found(IntentKind.Find, 0) with { Folders = [] }),
            Situation.Nothing => (new(IntentKind.Find, query), Found(IntentKind.Find, 0)),
            Situation.NothingButNear => (new(IntentKind.Find, query), Found(IntentKind.Find, 0) with { Near = some }),
            Situation.NoDuplicates => None(IntentKind.Duplicates),
            Situation.NoVersions => None(IntentKind.Versions),
            Situation.NoStale => None(IntentKind.Stale),
            Situation.NoTidy => None(IntentKind.Tidy),
            Situation.DuplicatesFound => Grouped(IntentKind.Duplicates, Group(GroupKind.Duplicates)),
            Situation.VersionsFound => Grouped(IntentKind.Versions, Group(GroupKind.Versions)),
            Situation.StaleFound => Insight(IntentKind.Stale, new(random.Next(2, 5000), 34_000_000, some) { Since = Since, OpeningIsKnown = random.Chance(0.5) }),
            Situation.TidyFound => Grouped(IntentKind.Tidy, Group(GroupKind.Duplicates), Group(GroupKind.Stale)),
            Situation.Summed => (new(IntentKind.Summary, query), Found(IntentKind.Summary, 1, some[0]) with { Sentences = [new(Names.Word(random) + " " + Names.Word(random), 2, null)] }),
            Situation.Wordless => (new(IntentKind.Summary, query), Found(IntentKind.Summary, 1, some[0]) with { Wordless = "is protected by a password" }),
            Situation.SumWhich => Talk(IntentKind.Summary),
            Situation.Counted => (new(IntentKind.Count, query), Found(IntentKind.Count, random.Next(2, 5000))),
            Situation.CountedOne => (new(IntentKind.Count, query), Found(IntentKind.Count, 1, some[0])),
            Situation.FoundOne => One(Aspect.Any),
            Situation.PlacedOne => One(Aspect.Place),
            Situation.DatedOne => One(Aspect.Date),
            Situation.SizedOne => One(Aspect.Size),
            Situation.FoundFew => (new(IntentKind.Find, query), Found(IntentKind.Find, some.Length, some)),
            Situation.SizedFew => (new(IntentKind.Find, query) { Aspect = Aspect.Size }, Found(IntentKind.Find, some.Length, some)),
            Situation.FoundMany => (new(IntentKind.Find, query), Found(IntentKind.Find, random.Next(4, 5000), some)),
            Situation.ListedMany => (new(IntentKind.List, query), Found(IntentKind.List, random.Next(4, 5000), some)),
            Situation.BestOne => (new(IntentKind.Largest, query), Found(IntentKind.Largest, 1, some[0])),
            Situation.BestSome => (new(IntentKind.Newest, query), Found(IntentKind.Newest, some.Length, some)),
            Situation.Status => Talk(IntentKind.Status, health: new(mood, 12_345, 34_000_000_000, 2, 120_000_000_000, 512_000_000_000, "seed")),
            Situation.StatusWithoutDisk => Talk(IntentKind.Status, health: new(mood, 12_345, 34_000_000_000, 2, 0, 0, "seed")),
            Situation.MoodAlone => Talk(IntentKind.Status),
            Situation.Well or Situation.Unwell => Talk(IntentKind.Smalltalk, Smalltalk.HowAreYou),
            Situation.WhoAreYou => Talk(IntentKind.Smalltalk, Smalltalk.WhoAreYou),
            Situation.Thanks => Talk(IntentKind.Smalltalk, Smalltalk.Thanks),
            Situation.Joke => Talk(IntentKind.Smalltalk, Smalltalk.Joke),
            Situation.Praise => Talk(IntentKind.Smalltalk, Smalltalk.Praise),
            Situation.Insult => Talk(IntentKind.Smalltalk, Smalltalk.Insult),
            Situation.Bye => Talk(IntentKind.Smalltalk, Smalltalk.Bye),
            Situation.Greeting => Talk(IntentKind.Smalltalk, Smalltalk.Greeting),
            Situation.NotYet => Talk(random.Pick(Unlearned)),
            Situation.Help => Talk(IntentKind.Help),
            Situation.Unknown => Talk(IntentKind.Unknown),
            _ => throw new ArgumentOutOfRangeException(nameof(situation), situation, "No facts are made up for this situation."),
        };

        FileGroup Group(GroupKind what) => new(what, random.Next(2, 400), 22_000_000, 11_000_000, [some[0]]);

        (Intent, Facts) Grouped(IntentKind kind, params FileGroup[] groups) => Insight(kind, new(groups.Sum(group => group.Count), 22_000_000, [some[0]])
        {
            Groups = groups, GroupCount = groups.Length, Wasted = groups.Sum(group => group.Wasted), Since = Since,
        });

        (Intent, Facts) None(IntentKind kind) => Insight(kind, new(0, 0, []) { Since = Since, GroupCount = 0, Wasted = 0 });

        (Intent, Facts) Insight(IntentKind kind, Insight insight) =>
            (new(kind, query), Found(kind, insight.Count, [.. insight.Files]) with { Bytes = insight.Bytes, Insight = insight });

        (Intent, Facts) One(Aspect aspect) => (new(IntentKind.Find, query) { Aspect = aspect }, Found(IntentKind.Find, 1, some[0]));
    }

    private static Facts Found(IntentKind kind, long count, params FileEntry[] files) =>
        new() { Intent = kind, Count = count, Bytes = 340_000 * count, Files = files, AsOf = Noon, Folders = ["/home/sam/Documents"] };

    private static (Intent, Facts) Talk(IntentKind kind, Smalltalk smalltalk = Smalltalk.None, Health? health = null) =>
        (new(kind, FileQuery.Everything) { Smalltalk = smalltalk }, new Facts { Intent = kind, AsOf = Noon, Health = health });

    private static FileEntry Entry(Random random)
    {
        var name = Names.File(random);
        return new(random.Next(), "/home/sam/Documents/" + name, name, random.Next(1000, 1_000_000_000), Noon.AddDays(-random.Next(900)), FileKind.Document);
    }

    private static Personality Person(Random random, string character)
    {
        var starter = Characters.Get(character);
        return starter with
        {
            Name = random.Chance(0.5) ? starter.Name : Names.Place(random),
            Humor = Level(starter.Humor),
            Curiosity = random.Next(11),
            Formality = Level(starter.Formality),
            Empathy = random.Next(11),
            Proactiveness = random.Next(11),
            Quirks = starter.Quirks with { DiscoveryExcitement = random.Next(1, 11) },
        };

        // Mostly like the starter, and anything there is, so that a level is told by its word and not by who speaks.
        int Level(int usual) => random.Chance(0.5) ? random.Next(11) : random.Next(Math.Max(0, usual - 2), Math.Min(10, usual + 2) + 1);
    }
}
