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
        Situation.CountedOne => CountedOne,
        Situation.CountedNone => CountedNone,
        Situation.FoundOne => FoundOne,
        Situation.PlacedOne => PlacedOne,
        Situation.DatedOne => DatedOne,
        Situation.SizedOne => SizedOne,
        Situation.FoundFew => FoundFew,
        Situation.PlacedFew or Situation.DatedFew => ValuedFew,
        Situation.SizedFew => SizedFew,
        Situation.PlacedMany or Situation.DatedMany => ValuedMany,
        Situation.SizedMany => SizedMany,
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

    /// <summary>Questions whose answer is a next question of files; null where there is none.</summary>
    public static IReadOnlyList<string>? AskBack(Situation situation) => situation switch
    {
        Situation.NoFolder => null,
        Situation.Nothing or Situation.NothingButNear => AskForAClue,
        Situation.Bye => AskAtTheDoor,
        >= Situation.Status => AskToBegin,
        _ => AskOn,
    };

    private static readonly string[] AskForAClue =
    [
        "What other word shall I try?",
        "Which other name shall I try?",
        "Which folder shall I try?",
        "What shall I look for instead?",
    ];

    private static readonly string[] AskAtTheDoor =
    [
        "What shall we dig up next time?",
        "Which file shall we hunt for next time?",
        "Which folder shall we look through next time?",
        "What will you want to find next time?",
    ];

    private static readonly string[] AskToBegin =
    [
        "What are we looking for?",
        "Which folder shall I look into?",
        "Which file is on your mind?",
        "What shall I find for you?",
    ];

    private static readonly string[] AskOn =
    [
        "What else are you looking for?",
        "Which file is next?",
        "What shall I look for next?",
        "What else would you like to find?",
    ];
}
