namespace BitBuddy.Conversation;

/// <summary>Short forms and what they stand for.</summary>
internal static class ShortForms
{
    // By the letters after the apostrophe.
    private static readonly Dictionary<string, string> Endings = new()
    {
        ["m"] = "am", ["ve"] = "have", ["d"] = "would", ["re"] = "are", ["ll"] = "will",
    };

    private static readonly Dictionary<string, string[]> Apart = new()
    {
        ["can't"] = ["can", "not"],
        ["cannot"] = ["can", "not"],
        ["won't"] = ["will", "not"],
        ["let's"] = ["let", "us"],
        ["whats"] = ["what", "is"],
        ["wheres"] = ["where", "is"],
        ["hows"] = ["how", "is"],
        ["todays"] = ["today"],
        ["yesterdays"] = ["yesterday"],
        ["im"] = ["i", "am"],
        ["ive"] = ["i", "have"],
        ["theres"] = ["there", "is"],
        ["thats"] = ["that", "is"],
        ["gimme"] = ["give", "me"],
        ["lemme"] = ["let", "me"],
        ["wanna"] = ["want", "to"],
        ["dunno"] = ["do", "not", "know"],
        ["gotta"] = ["have", "to"],
    };

    // As people write to one another.
    private static readonly Dictionary<string, string> Chat = new()
    {
        ["pls"] = "please", ["plz"] = "please", ["plss"] = "please", ["abt"] = "about", ["ur"] = "your", ["u"] = "you", ["yr"] = "year", ["yrs"] = "years", ["hrs"] = "hours", 
        ["mins"] = "minutes", ["wk"] = "week", ["wks"] = "weeks", ["mth"] = "month", ["mths"] = "months", ["w/"] = "with", ["w/o"] = "without", ["b4"] = "before", ["smth"] = "something", ["sth"] = "something",
        ["thru"] = "through", ["btwn"] = "between", ["tmrw"] = "tomorrow", ["ystrday"] = "yesterday", ["hw"] = "how", ["wat"] = "what", ["wich"] = "which", ["whitch"] = "which", ["wher"] = "where",
        ["wen"] = "when", ["fotos"] = "photos", ["foto"] = "photo", ["fils"] = "files", ["everythin"] = "everything", ["anythin"] = "anything", ["lookin"] = "looking", ["doin"] = "doing", ["aint"] = "not",
    };

    /// <summary>Words that are often taken for one another, by the word before.</summary>
    public static string InPlace(string before, string word) => (before, word) switch
    {
        ("bigger" or "larger" or "smaller" or "older" or "newer" or "greater" or "more" or "less" or "heavier" or "other" or "rather" or "earlier" or "later" or "longer" or "younger", "then") => "than",
        ("where" or "what" or "how" or "who" or "which" or "there", "r") => "are",
        _ => word,
    };

    private static readonly HashSet<string> WithIs = ["what", "where", "who", "how", "that", "it", "there", "here", "when", "which", "he", "she"];

    // "dont": written without the mark; "wont" and "cant" are words, yet hardly here.
    private static readonly HashSet<string> Negated =
    [
        "do", "does", "did", "is", "are", "was", "were", "have", "has", "had", "could", "would", "should", "must", "need",
    ];

    /// <summary>"isn't" as "is", "not"; "what's" as "what", "is"; "Anna's" as "anna"; any other word as it is.</summary>
    public static string[] Whole(string word)
    {
        if (Apart.TryGetValue(word, out var apart))
            return apart;
        if (Chat.TryGetValue(word, out var written))
            return [written];
        if (word is "cant" or "wont")
            return Whole(word[..^1] + "'t");
        if (word.EndsWith("n't", StringComparison.Ordinal) && word.Length > 3)
            return [word[..^3], "not"];
        if (word.EndsWith("nt", StringComparison.Ordinal) && Negated.Contains(word[..^2]))
            return [word[..^2], "not"];
        var mark = word.LastIndexOf('\'');
        if (mark <= 0)
            return [word];
        var (stem, ending) = (word[..mark], word[(mark + 1)..]);
        // "the 90's"
        if (ending == "s" && stem.All(char.IsAsciiDigit))
            return [stem + "s"];
        if (ending == "s")
            return WithIs.Contains(stem) ? [stem, "is"] : [stem];
        return Endings.TryGetValue(ending, out var said) ? [stem, said] : [word];
    }
}
