namespace BitBuddy.Conversation;

/// <summary>What there is to say: an intent together with the shape of its facts. Each has its phrases in <see cref="RulesPhrases"/>.</summary>
internal enum Situation
{
    NoFolder,
    Nothing,
    NothingButNear,

    /// <summary>A number and a size; no names at hand.</summary>
    Counted,
    CountedOne,
    CountedNone,
    FoundOne,

    /// <summary>Where, when or how big was asked: that is said first.</summary>
    PlacedOne,
    DatedOne,
    SizedOne,
    PlacedFew,
    DatedFew,
    SizedFew,
    PlacedMany,
    DatedMany,
    SizedMany,

    /// <summary>Few enough to name them all.</summary>
    FoundFew,
    FoundMany,
    ListedMany,

    /// <summary>Biggest, smallest, newest, oldest: only the first.</summary>
    BestOne,
    BestSome,
    Status,
    StatusWithoutDisk,
    MoodAlone,
    Greeting,
    Well,
    Unwell,
    WhoAreYou,
    Thanks,
    Joke,
    Praise,
    Bye,
    NotYet,
    Help,
    Unknown,
}
