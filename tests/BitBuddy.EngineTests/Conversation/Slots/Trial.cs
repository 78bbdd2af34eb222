using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.EngineTests.Conversation.Slots;

/// <summary>What a made-up question is about, for a judge who knows nothing of how it is answered.</summary>
internal enum Topic
{
    NoFolder, Nothing, Near, Count, One, Where, When, HowBig, Few, Many, Biggest, Smallest, Newest, Oldest, Status, HowAreYou, Greeting, WhoAreYou, Thanks,
    Joke, Praise, Insult, Bye, NotYet, Help, OffTopic, Duplicates, NoDuplicates, Versions, NoVersions, Stale, NoStale, Tidy, NoTidy, Summary, Wordless, SumWhich,
}

/// <summary>One made-up question with its facts: names nobody has seen, phrasings that are in no grammar.</summary>
internal sealed record Trial(Topic Topic, string Question, Intent Intent, Facts Facts, Personality Personality, Mood Mood)
{
    public static readonly DateTimeOffset Now = new(2026, 6, 17, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What is older lies in the dust.</summary>
    public static readonly DateTimeOffset Since = Now.AddYears(-1).AddDays(-5);

    private const string Home = "/home/sam/";

    private static readonly (CauseKind Kind, MoodState State, string Because, string Cure)[] Causes =
    [
        (CauseKind.DiskLow, MoodState.Critical, "the disk is 99 % full", "see what could go with `bitbuddy ask what takes the most space`"),
        (CauseKind.DiskLow, MoodState.Sick, "the disk is 96 % full", "see what could go with `bitbuddy ask what takes the most space`"),
        (CauseKind.MemoryTight, MoodState.Sick, "this computer's memory is nearly used up", "close a program that you do not need"),
        (CauseKind.EngineMissing, MoodState.Sick, "the engine for my brain is not installed", "see what is missing with `bitbuddy doctor`"),
        (CauseKind.BrainMissing, MoodState.Sick, "my brain's file is gone", "choose another with `bitbuddy brain use ID`"),
        (CauseKind.BrainCrashing, MoodState.Sick, "my brain keeps stopping", "try it again with `bitbuddy brain wake`"),
        (CauseKind.DownloadStopped, MoodState.Confused, "the download of “Qort 1B” stopped half way", "go on with `bitbuddy brain pull ID`, or give it up with `bitbuddy brain rm ID`"),
        (CauseKind.FolderAway, MoodState.Sick, "the folder “Belm” is not there now", "bring the disk back, or run `bitbuddy folders remove DIR`"),
        (CauseKind.FolderUnread, MoodState.Confused, "the folder “Vusk” is not read to the end yet", "run `bitbuddy index`"),
        (CauseKind.IndexStale, MoodState.Confused, "my last full look at your folders was on 2 June", "run `bitbuddy index`"),
        (CauseKind.NoFolder, MoodState.Confused, "I know no folder yet", "add one with `bitbuddy folders add DIR`"),
    ];

    // None of these phrasings is in the grammar a school teaches: they are kept here.
    private static readonly Dictionary<Topic, string[]> Asked = new()
    {
        [Topic.NoFolder] = ["anything in there at all", "let me see my stuff"],
        [Topic.Nothing] = ["got a clue where {w} went", "i could swear i had a {w} someplace", "hunt down {w} would you"],
        [Topic.Near] = ["got a clue where {w} went", "hunt down {w} would you", "that {w} thing please"],
        [Topic.Count] = ["tally my {k} for me", "what number of {k} am i sitting on", "{k}, and i want a figure"],
        [Topic.One] = ["hunt down {w} would you", "that {w} thing please", "i need {w} on the double"],
        [Topic.Where] = ["whereabouts of {w}", "in which corner does {w} live"],
        [Topic.When] = ["the last time i fiddled with {w}", "since when is {w} untouched"],
        [Topic.HowBig] = ["is {w} a heavy one", "the weight of {w}"],
        [Topic.Few] = ["hunt down all {w} would you", "{w}, every one you have"],
        [Topic.Many] = ["give me a peek at my {k}", "{k} galore, show some"],
        [Topic.Biggest] = ["the fattest of my {k}", "who eats my disk"],
        [Topic.Smallest] = ["the teeniest of my {k}", "tiniest thing i keep"],
        [Topic.Newest] = ["what did i touch last", "freshest of my {k}"],
        [Topic.Oldest] = ["my most ancient {k}", "what has been rotting here the longest"],
        [Topic.Status] = ["give me the vitals", "how is everything under the hood"],
        [Topic.HowAreYou] = ["hows life in there", "you feeling alright old chap"],
        [Topic.Greeting] = ["ahoy", "well hello there little one", "hi {b}"],
        [Topic.WhoAreYou] = ["and you would be", "remind me who i am talking to"],
        [Topic.Thanks] = ["ta ever so much", "cheers for that one"],
        [Topic.Joke] = ["crack me up", "got a funny one"],
        [Topic.Praise] = ["you are a star", "top marks"],
        [Topic.Insult] = ["you are rubbish at this", "what a dud"],
        [Topic.Bye] = ["thats me done for today", "im off"],
        [Topic.NotYet] = ["could you do the thing with my files", "make it so"],
        [Topic.Help] = ["what are you good for then", "give me the tour"],
        [Topic.OffTopic] = ["who won the world cup", "how tall is mount everest", "should i marry", "write me a poem on love", "what is seven times six", "is it going to rain"],
        [Topic.Duplicates] = ["which of my things exist double", "any carbon copies around"],
        [Topic.NoDuplicates] = ["which of my things exist double", "any carbon copies around"],
        [Topic.Versions] = ["line up the generations of {w}", "which {w} superseded the others"],
        [Topic.NoVersions] = ["line up the generations of {w}", "which {w} superseded the others"],
        [Topic.Stale] = ["what did i abandon", "stuff i neglected for ages"],
        [Topic.NoStale] = ["what did i abandon", "stuff i neglected for ages"],
        [Topic.Tidy] = ["my disk looks awful, any advice", "where would you start with a broom"],
        [Topic.NoTidy] = ["my disk looks awful, any advice", "where would you start with a broom"],
        [Topic.Summary] = ["whats the message of {w}", "give me {w} in a few words"],
        [Topic.Wordless] = ["whats the message of {w}", "give me {w} in a few words"],
        [Topic.SumWhich] = ["put that in a nutshell", "shorten a text"],
    };

    private static readonly (FileKind Kind, string Words, string Ending)[] Kinds =
        [(FileKind.Image, "pictures", "jpg"), (FileKind.Video, "videos", "mp4"), (FileKind.Document, "documents", "docx"), (FileKind.Audio, "audio files", "mp3"), (FileKind.Archive, "archives", "zip")];

    /// <summary>The next question of a seeded draw: all topics in turn, everything else by chance.</summary>
    public static Trial Draw(int number, Random random, Personality? who = null)
    {
        var topic = (Topic)(number % Enum.GetValues<Topic>().Length);
        var kind = Kinds[random.Next(Kinds.Length)];
        var word = Word(random);
        var causes = topic == Topic.NoFolder || random.NextDouble() < (topic is Topic.Status or Topic.HowAreYou ? 0.3 : 0.75) ? [] : Pick(random);
        var mood = Mood.Of(causes);
        var (intent, facts) = Make(topic, random, kind, word, mood);
        who ??= Someone(random);
        var question = Asked[topic][random.Next(Asked[topic].Length)]
            .Replace("{w}", word, StringComparison.Ordinal).Replace("{k}", kind.Words, StringComparison.Ordinal).Replace("{b}", who.Name, StringComparison.Ordinal);
        return new Trial(topic, question, intent, facts, who, mood);
    }

    public static Personality Someone(Random random)
    {
        var who = Characters.All[random.Next(4)];
        return random.Next(3) == 0 ? who : who with
        {
            Name = Capital(Word(random)), Humor = random.Next(11), Curiosity = random.Next(11), Formality = random.Next(11), Empathy = random.Next(11), Proactiveness = random.Next(11),
        };
    }

    private static HealthCause[] Pick(Random random)
    {
        HealthCause Cause() => Causes[random.Next(Causes.Length)] is var (kind, state, because, cure) ? new HealthCause(kind, state, because, cure) : throw new InvalidOperationException();
        return random.Next(4) == 0 ? [Cause(), Cause()] : [Cause()];
    }

    private static (Intent Intent, Facts Facts) Make(Topic topic, Random random, (FileKind Kind, string Words, string Ending) kind, string word, Mood mood)
    {
        var named = new FileQuery { Words = [word] };
        var ofKind = new FileQuery { Kinds = [kind.Kind], Places = random.Next(3) == 0 ? [Capital(Word(random))] : [] };
        FileEntry[] Files(int count) => [.. Enumerable.Range(0, count).Select(i => File(random, $"{word}{(random.Next(2) == 0 ? "_v" + random.Next(90) : " " + Word(random))}", kind, i))];
        (Intent, Facts) Of(IntentKind intent, FileQuery query, long count, FileEntry[] files, Aspect aspect = Aspect.Any, FileOrder order = FileOrder.Relevance) =>
            (new Intent(intent, query with { Order = order }) { Aspect = aspect },
             new Facts { Intent = intent, Count = count, Bytes = files.Sum(file => file.Bytes) + (count > files.Length ? random.NextInt64(1, 90_000_000_000) : 0), Folders = [Home + "Docs"], AsOf = Now, Files = files });
        (Intent, Facts) Talk(IntentKind intent, Smalltalk smalltalk = Smalltalk.None) =>
            (new Intent(intent, FileQuery.Everything) { Smalltalk = smalltalk }, new Facts { Intent = intent, Folders = [Home + "Docs"], AsOf = Now });
        (Intent, Facts) Insight(IntentKind intent, Insight insight) => Of(intent, named, insight.Count, [.. insight.Files]) is var (asked, facts)
            ? (asked, facts with { Bytes = insight.Bytes, Insight = insight }) : default;
        (Intent, Facts) None(IntentKind intent) => Insight(intent, new(0, 0, []) { GroupCount = 0, Wasted = 0, Since = Since });
        (Intent, Facts) Grouped(IntentKind intent, long groups, params FileGroup[] shown) =>
            Insight(intent, new(shown.Sum(group => group.Count) + (groups * 2), shown.Sum(group => group.Bytes), [.. shown.SelectMany(group => group.Files)])
            {
                Groups = shown, GroupCount = groups, Wasted = random.NextInt64(1000, 9_000_000_000), Since = Since,
            });
        FileGroup Group(GroupKind what) => new(what, random.Next(2, 900), random.NextInt64(1000, 90_000_000_000), random.NextInt64(1000, 9_000_000_000), Files(2));
        FactSentence Sentence(int at) => new($"{Capital(Word(random))} owes {random.Next(2, 900)} {Word(random)} to the {Word(random)}.", random.Next(2) == 0 ? null : at, random.Next(2) == 0 ? null : at * 7);
        var many = random.NextInt64(4, 90_000);
        var some = random.Next(2) == 0 ? 1 : 3;
        return topic switch
        {
            Topic.NoFolder => Of(IntentKind.List, ofKind, 0, []) is var (intent, facts) ? (intent, facts with { Folders = [] }) : default,
            Topic.Nothing => Of(random.Next(2) == 0 ? IntentKind.Find : IntentKind.Count, named, 0, []),
            Topic.Near => Of(IntentKind.Find, named, 0, []) is var (intent, facts) ? (intent, facts with { Near = Files(random.Next(1, 3)) }) : default,
            Topic.Count => random.Next(4) == 0 ? Of(IntentKind.Count, ofKind, 1, Files(1)) : Of(IntentKind.Count, ofKind, many, Files(3)),
            Topic.One => Of(IntentKind.Find, named, 1, Files(1)),
            Topic.Where => Of(IntentKind.Find, named, 1, Files(1), Aspect.Place),
            Topic.When => Of(IntentKind.Find, named, 1, Files(1), Aspect.Date),
            Topic.HowBig => Of(IntentKind.Find, named, 1, Files(1), Aspect.Size),
            Topic.Few => Files(random.Next(2, 4)) is var few ? Of(IntentKind.Find, named, few.Length, few, random.Next(4) == 0 ? Aspect.Size : Aspect.Any) : default,
            Topic.Many => Of(random.Next(2) == 0 ? IntentKind.List : IntentKind.Find, ofKind, many, Files(3)),
            Topic.Biggest => Of(IntentKind.Largest, ofKind, some, Files(some), order: FileOrder.Largest),
            Topic.Smallest => Of(IntentKind.Largest, ofKind, some, Files(some), order: FileOrder.Smallest),
            Topic.Newest => Of(IntentKind.Newest, ofKind, some, Files(some), order: FileOrder.Newest),
            Topic.Oldest => Of(IntentKind.Newest, ofKind, some, Files(some), order: FileOrder.Oldest),
            Topic.Status => Talk(IntentKind.Status) is var (intent, facts)
                ? (intent, facts with { Count = many, Bytes = 5_000_000_000, Health = new Health(mood, many, 5_000_000_000, random.Next(1, 9), random.NextInt64(1_000_000_000, 90_000_000_000), 512_000_000_000, null) }) : default,
            Topic.HowAreYou => Talk(IntentKind.Smalltalk, Smalltalk.HowAreYou),
            Topic.NotYet => Talk(((IntentKind[])[IntentKind.Duplicates, IntentKind.Versions, IntentKind.Tidy, IntentKind.Stale])[random.Next(4)]),
            Topic.Help => Talk(IntentKind.Help),
            Topic.OffTopic => Talk(IntentKind.Unknown),
            Topic.Duplicates => Grouped(IntentKind.Duplicates, random.Next(1, 300), Group(GroupKind.Duplicates)),
            Topic.Versions => Grouped(IntentKind.Versions, random.Next(1, 300), Group(GroupKind.Versions)),
            Topic.Tidy => ((FileGroup[])[Group(GroupKind.Duplicates), Group(GroupKind.OldVersions), Group(GroupKind.Stale), Group(GroupKind.Downloads) with { Kind = kind.Kind }])
                .Where(_ => random.Next(3) > 0).DefaultIfEmpty(Group(GroupKind.Stale)).ToArray() is var mess ? Grouped(IntentKind.Tidy, mess.Length, mess) : default,
            Topic.Stale => Insight(IntentKind.Stale, new(many, random.NextInt64(1, 90_000_000_000), Files(3)) { Since = Since, OpeningIsKnown = random.Next(2) == 0 }),
            Topic.NoDuplicates => None(IntentKind.Duplicates),
            Topic.NoVersions => None(IntentKind.Versions),
            Topic.NoStale => None(IntentKind.Stale),
            Topic.NoTidy => None(IntentKind.Tidy),
            Topic.Summary => Of(IntentKind.Summary, named, 1, Files(1)) is var (intent, facts) ? (intent, facts with { Sentences = [.. Enumerable.Range(1, random.Next(1, 5)).Select(Sentence)] }) : default,
            Topic.Wordless => Of(IntentKind.Summary, named, 1, Files(1)) is var (intent, facts)
                ? (intent, facts with { Wordless = ((string[])["is protected by a password", "is damaged", "holds pictures of pages and no text"])[random.Next(3)] }) : default,
            Topic.SumWhich => Talk(IntentKind.Summary),
            _ => Talk(IntentKind.Smalltalk, Enum.Parse<Smalltalk>(topic.ToString())),
        };
    }

    private static FileEntry File(Random random, string name, (FileKind Kind, string Words, string Ending) kind, int at)
    {
        var whole = $"{name}.{kind.Ending}";
        return new(at + 1, $"{Home}Docs/{Capital(Word(random))}/{whole}", whole, random.NextInt64(100, 9_000_000_000), Now.AddDays(-random.Next(0, 4000)), kind.Kind);
    }

    // Made of syllables that no word list has together.
    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(2, 4)).Select(_ => "bdfgjklmnprstvz"[random.Next(15)].ToString() + "aeiou"[random.Next(5)] + (random.Next(3) == 0 ? "xqk"[random.Next(3)] : "")));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
