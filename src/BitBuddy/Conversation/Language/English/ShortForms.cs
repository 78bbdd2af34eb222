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
        if (ending == "s")
            return WithIs.Contains(stem) ? [stem, "is"] : [stem];
        return Endings.TryGetValue(ending, out var said) ? [stem, said] : [word];
    }
}
