namespace BitBuddy.Conversation;

/// <summary>What a brain says without claiming anything.</summary>
internal static class GuardPhrases
{
    /// <summary>Free word for word.</summary>
    public static readonly string[] Idioms =
    [
        "one of them", "one of these", "one of those", "one of my", "one of your", "one of the", "no problem", "no problems", "no worries",
        "no worry", "no trouble", "one moment", "one second", "one thing", "one day",
        "one more thing", "one more time", "no need", "no doubt", "no matter", "no idea", "no way", "no one", "no longer", "all right",
        "all set", "all good", "all done", "all yours", "all the best", "after all", "at all",
        "above all", "first of all", "not at all", "all ears", "that's all", "that is all", "at once", "all over", "all about",
        "all the time", "all day", "every time", "every day", "everyday", "nothing to worry", "nothing wrong",
        "nothing else", "nothing more", "nothing special", "nothing like", "nothing leaves", "nothing is wrong", "only human",
        "second to none", "none of my business", "one by one", "one at a time", "a million thanks",
        "a hundred percent", "two cents", "just a second", "24/7", "a.m", "p.m", "e.g", "i.e", "and/or", "yes/no", "n/a", "it's all",
        "with all", "i'm all", "all in all", "of all", "no hurry", "no rush", "no fun", "no more", "in no time", "help you today",
        "for you today",
        "are you today", "do today", "doing today", "feeling today", "help today", "up to today", "on your mind today", "need today",
        "looking for today", "today's", "good to see you today", "zero worries", "one way or another", "one step", "one click",
        "both of us", "the two of us", "us two", "one question", "all kinds of fun", "all smiles", "every bit", "each time", "each other",
    ];

    /// <summary>Nouns that a number counts but the facts do not.</summary>
    public static readonly HashSet<string> OtherThings =
    [
        "times", "time", "second", "seconds", "minute", "minutes", "hours", "hour", "pages", "page", "lines", "words", "people", "users",
        "persons", "dollars", "euros", "pounds", "pixels", "degrees", "copies", "copy", "duplicates",
        "versions", "subfolders", "bits", "points", "steps", "brains", "reasons", "questions", "answers", "o'clock", "am", "pm", "percent",
        "years-old", "megapixels", "characters", "letters", "errors", "problems", "disks", "drives", "gigahertz",
        "cores", "jokes", "friends", "cats", "dogs", "buddies", "others", "more", "extra", "other", "larger", "smaller", "bigger", "older",
        "newer", "hidden", "missing", "unused", "different", "separate", "unique",
    ];

    /// <summary>A number behind these is a bound, not a fact.</summary>
    public static readonly HashSet<string> Bounds = [
        "than", "over", "under", "above", "below", "beyond", "nearly", "almost", "least", "most", "exceeding", "another", "minus", "plus",
        "times"];

    /// <summary>Marks that make another number of the one they touch.</summary>
    public static readonly HashSet<string> Signs = ["$", "\u20ac", "\u00a3", "#", "-", "+", "."];

    public static readonly HashSet<string> Negations = [
        "not", "never", "cannot", "without", "couldn't", "can't", "didn't", "don't", "doesn't", "haven't", "hasn't", "isn't", "aren't",
        "wasn't", "weren't", "won't", "nor", "hardly"];

    /// <summary>Words for whatever was found.</summary>
    public static readonly HashSet<string> Found = [
        "match", "matches", "result", "results", "item", "items", "thing", "things", "hit", "hits", "folder", "folders"];

    /// <summary>What may stand between "no" or "all" and the noun.</summary>
    public static readonly HashSet<string> Between = [
        "of", "your", "the", "my", "these", "those", "them", "matching", "such", "other", "actual", "single", "relevant", "found", "listed",
        "big", "large", "small", "new", "old", "recent"];
}
