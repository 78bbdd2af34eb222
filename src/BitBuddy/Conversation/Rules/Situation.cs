namespace BitBuddy.Conversation;

/// <summary>What there is to say: an intent together with the shape of its facts. Each has its phrases in <see cref="RulesPhrases"/>.</summary>
internal enum Situation
{
    NoFolder,
    Nothing,
    NothingButNear,

    /// <summary>A number and a size; no names at hand.</summary>
    Counted,
    CountedNone,
    FoundOne,

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
