namespace BitBuddy.Conversation;

/// <summary>Words that say something by themselves, each between spaces as <see cref="SlotMeaning"/> looks for them.</summary>
internal static class SlotWords
{
    /// <summary>Nothing was found.</summary>
    public static readonly string[] Nothing = Phrases(
        "no luck|nothing found|found nothing|find nothing|nothing turned|nothing here|no match|no matches|not a single|could not find|cannot find|did not find|came back empty|"
        + "turned up nothing|empty hands|empty handed|none that|no such|no trace|not there|missing|do not exist|does not exist");

    /// <summary>Something is denied.</summary>
    public static readonly string[] Denials = Phrases(
        "no|not|nothing|none|never|cannot|without|empty|nobody|nowhere|zero|absence|missing|lacks|lack|unable|neither|nor|void|clean|hide|gone|hides|hiding|silence|silent|clear|"
        + "wish|whatever|if there are|if i knew|have to pass|must pass|left|failed|fail|beyond|ahead of me|wrong buddy");

    /// <summary>It will be learned some day.</summary>
    public static readonly string[] Later = Phrases("yet|some day|one day|later|next|list of things|still have to learn|missing|once i");

    /// <summary>What a file is among others, which is for the slot to say.</summary>
    public static readonly string[] Superlatives = Phrases(
        "biggest|largest|smallest|newest|oldest|latest|heaviest|lightest|tiniest|youngest|longest|shortest|most recent|least recent|bigger|smaller|newer|older|heavier|lighter|"
        + "huge|giant|tiny|heavy|big|small|old|new|massive|whopping|ancient|fresh|dusty");

    /// <summary>Cries that are said twice.</summary>
    public static readonly string[] Twice = ["hey", "ha", "well", "bye", "beep", "knock", "so", "wait", "next", "very", "no", "now", "there", "long", "that"];

    /// <summary>A sentence that begins so speaks of what could come next.</summary>
    public static readonly string[] Offers = ["i could ", "i can ", "i would be glad ", "ask ", "say ", "psst ", "want ", "shall i ", "try ", "give me "];

    /// <summary>All is well.</summary>
    public static readonly string[] Well = Phrases(
        "all good|doing well|very well|all is well|could not be better|no complaints|everything is fine|great|splendid|wonderful|perfect|never better|in top form|full tank|fine");

    /// <summary>Something is wrong.</summary>
    public static readonly string[] Ill = Phrases(
        "not well|unwell|not at my best|been better|bothering|trouble|sorry|sick|ill|worried|sadly|unfortunately|hurts|could go better|to mend|to put that right|cure");

    /// <summary>Unkind words, which nobody gets for a kind one.</summary>
    public static readonly string[] Unkind = Phrases("bad|worse|worst|stupid|dumb|ugly|useless|terrible|awful|boring|wrong|hate|annoying");

    /// <summary>Meant well all the same.</summary>
    public static readonly string[] Kind = Phrases("not so bad|not bad|my bad sectors|not wrong");

    /// <summary>Acts on files that no words of a buddy do.</summary>
    public static readonly string[] Acts = Phrases(
        "i moved|i deleted|i removed|i renamed|i copied|i sorted|i cleaned|i have moved|i have deleted|i have removed|i have renamed|i have copied|i have sorted|i have cleaned|"
        + "i will delete|i will move|i will remove|i tidied|i have tidied|i opened|i have opened");

    private static string[] Phrases(string phrases) => [.. phrases.Split('|').Select(phrase => $" {phrase} ")];
}
