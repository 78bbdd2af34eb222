namespace BitBuddy.Conversation;

/// <summary>Words that are no part of a name unless quoted: they turn a question into another, which no rule has read.</summary>
internal static class UnreadWords
{
    /// <summary>Denials, comparisons, measures and parts of folders that a query cannot hold.</summary>
    public static readonly PhraseBook Phrases = new(
        "not", "no", "never", "none", "nothing", "neither", "nor", "non", "except", "excepting", "without", "but", "excluding", "exclude", "excludes",
        "outside", "besides", "minus", "unless", "instead", "apart from", "aside from", "leave out", "leaving out", "skipping", "ignoring", "other",
        "others", "else", "lacking",
        "than", "more", "most", "less", "least", "fewer", "larger", "bigger", "smaller", "longer", "shorter", "older", "newer", "heavier", "equal to",
        "longest", "shortest", "fewest", "same", "exactly", "at least", "at most", "average size", "average number",
        "average length", "median", "share of", "portion of", "proportion of", "fraction of", "percentage", "percent", "what share", "what fraction", "ratio of", "sum of",
        "as big as", "as large as", "as small as", "as old as", "as new as", "as heavy as", "directly", "deleting", "removing", "if i delete", "if i remove", "each", "every folder", "each folder", "if i deleted", "if i removed", "if i would", "by folder", "by kind", "by type", "by year", "by month", "per folder", "per kind", "per type", "per year", "per month", "folders", "subfolder", "subfolders", "directories", "subdirectories",
        "since", "until", "till", "between", "before", "after", "during", "ago", "tomorrow", "twice", "says", "mean", "means", "say", "how many", "how much", "how big", "how large", "how old", "i shared", "i printed",
        "i deleted", "i sent", "i opened", "did i open", "did i print", "did i send", "did i share", "did i delete", "different", "alphabetically", "alphabetical", "by name",
        "copies of", "half of", "half my", "half the");

    /// <summary>Before a word for files they choose among them.</summary>
    public static readonly HashSet<string> Picks =
    [
        "average", "typical", "hidden", "encrypted", "corrupt", "corrupted", "broken", "random", "deleted", "shared", "printed", "medium", "best", "worst", "nicest", "favourite", "favorite", "important", "missing", "open", "opened",
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "next", "penultimate",
    ];

    /// <summary>"second", "3rd", "average".</summary>
    public static bool IsPick(string word) =>
        Picks.Contains(word) || (word.Length > 2 && char.IsAsciiDigit(word[0]) && CalendarWords.Day(word) > 0 && !char.IsAsciiDigit(word[^1]));

    /// <summary>"non-pdf".</summary>
    public static bool IsDenied(string word) => word.StartsWith("non-", StringComparison.Ordinal) && FileWords.IsWord(word[4..]);

    /// <summary>"the 90s", "3/4/2026", "14:30": written like a time.</summary>
    public static bool IsTimeLike(string word) =>
        word.Length > 0 && char.IsAsciiDigit(word[0]) && CalendarWords.Year(word) == 0
        && word.TrimEnd('s').All(letter => char.IsAsciiDigit(letter) || letter is '.' or '/' or '-' or ':') && word.Length != 4;

    /// <summary>"/home/sam/Documents", "~/Documents", "C:\Documents".</summary>
    public static bool IsWholePath(string name) =>
        name.Length > 1 && (name[0] is '/' or '\\' || name.StartsWith("~/", StringComparison.Ordinal) || (name.Length > 2 && name[1] == ':' && name[2] is '/' or '\\'));
}
