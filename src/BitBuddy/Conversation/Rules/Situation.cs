namespace BitBuddy.Conversation;

/// <summary>What there is to say: an intent together with the shape of its facts.</summary>
internal enum Situation
{
    NoFolder,
    Nothing,
    NothingButNear,
    NoDuplicates,
    NoVersions,
    NoStale,

    /// <summary>Nothing is worth tidying.</summary>
    NoTidy,

    /// <summary>Nothing was noticed to have gone.</summary>
    NoneGone,

    /// <summary>Files that are no more.</summary>
    WentFiles,

    /// <summary>A number and a size; no names at hand.</summary>
    Counted,
    CountedOne,
    FoundOne,

    /// <summary>Where, when or how big was asked: that is said first.</summary>
    PlacedOne,
    DatedOne,
    SizedOne,

    /// <summary>Few enough to name them all.</summary>
    FoundFew,

    /// <summary>As few, and their sum was asked.</summary>
    SizedFew,
    FoundMany,

    /// <summary>A list, or the sum of many.</summary>
    ListedMany,

    DuplicatesFound,
    VersionsFound,
    StaleFound,

    /// <summary>What changed in a time, told apart by new and old.</summary>
    ChangedFound,

    /// <summary>What is worth tidying; nothing is moved.</summary>
    TidyFound,

    /// <summary>Biggest, smallest, newest, oldest: only the first.</summary>
    BestOne,
    BestSome,

    /// <summary>What stands in a file.</summary>
    Summed,

    /// <summary>A file whose text is not known.</summary>
    Wordless,

    /// <summary>A summary was asked for, and of which file was not said.</summary>
    SumWhich,
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
    Insult,
    Bye,
    Clock,
    NotYet,
    Help,
    Unknown,

    /// <summary>A wish to do something with files: nobody does here.</summary>
    ActsNot,

    /// <summary>One was to be weighed against another.</summary>
    ComparesNot,
    Sympathy,
}
