namespace BitBuddy.Conversation;

/// <summary>All that the rules voice says in English; slots in braces are filled from the facts. No phrase names a number of its own.</summary>
internal static partial class RulesPhrases
{
    public static readonly string[] Corrected =
    [
        "I read {corrected}.",
        "I took that as {corrected}.",
        "I looked for {corrected}.",
        "I am guessing you meant {corrected}.",
    ];

    public static readonly string[] AsOf =
    [
        "That is as of {as-of}.",
        "That was true as of {as-of}.",
        "My last look was at {as-of}, so that is as of then.",
        "As of {as-of}, that is.",
    ];

    public static IReadOnlyList<string> Of(Situation situation) => situation switch
    {
        Situation.NoFolder => NoFolder,
        Situation.Nothing => Nothing,
        Situation.NothingButNear => NothingButNear,
        Situation.Counted => Counted,
        Situation.CountedNone => CountedNone,
        Situation.FoundOne => FoundOne,
        Situation.FoundFew => FoundFew,
        Situation.FoundMany => FoundMany,
        Situation.ListedMany => ListedMany,
        Situation.BestOne => BestOne,
        Situation.BestSome => BestSome,
        Situation.Status => Status,
        Situation.StatusWithoutDisk => StatusWithoutDisk,
        Situation.MoodAlone => MoodAlone,
        Situation.Greeting => Greeting,
        Situation.Well => Well,
        Situation.Unwell => Unwell,
        Situation.WhoAreYou => WhoAreYou,
        Situation.Thanks => Thanks,
        Situation.Joke => Joke,
        Situation.Praise => Praise,
        Situation.Bye => Bye,
        Situation.Help => Help,
        Situation.NotYet => NotYet,
        _ => Unknown,
    };

    public static IReadOnlyList<string> AskBack(Situation situation) => situation switch
    {
        Situation.Nothing or Situation.NothingButNear or Situation.CountedNone or Situation.NoFolder => AskForAClue,
        Situation.Bye => AskAtTheDoor,
        >= Situation.Status => AskToBegin,
        _ => AskOn,
    };

    private static readonly string[] AskForAClue =
    [
        "Could it go by another name?",
        "Do you remember any other word of its name?",
        "Where did you see it last?",
        "Could it be on another drive?",
    ];

    private static readonly string[] AskAtTheDoor =
    [
        "What shall we dig up next time?",
        "Off to make new files?",
        "Will you tell me how it went?",
        "Back soon, I hope?",
    ];

    private static readonly string[] AskToBegin =
    [
        "What are we looking for?",
        "Which folder shall I look into?",
        "What are you working on?",
        "Any file on your mind?",
    ];

    private static readonly string[] AskOn =
    [
        "Is that what you were after?",
        "Shall I narrow it down?",
        "What are you up to?",
        "Anything else I can look for?",
    ];
}
