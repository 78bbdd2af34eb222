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
        "both of us", "the two of us", "us two", "one question", "all kinds of fun", "watch over", "watching over", "look over", "looking over", "all smiles", "every bit", "each time", "each other",
        "see you tomorrow", "until tomorrow", "next time", "long ago", "next season's rocket", "which pictures are from last summer",
        "ask for all pdfs in a folder, the photos of last week", "asking for all pdfs in a folder, the photos of last week",
    ];

    /// <summary>What a user without folders is told to type.</summary>
    public const string AddFolder = "bitbuddy folders add DIR";

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

    /// <summary>A size said with these is that of all files.</summary>
    public static readonly HashSet<string> OfSum = ["they", "they're", "together", "altogether", "total", "sum"];

    /// <summary>Words for whatever was found.</summary>
    public static readonly HashSet<string> Found = [
        "match", "matches", "result", "results", "item", "items", "thing", "things", "hit", "hits", "folder", "folders"];

    /// <summary>What may stand between "no" or "all" and the noun.</summary>
    public static readonly HashSet<string> Between = [
        "of", "your", "the", "my", "these", "those", "them", "matching", "such", "other", "actual", "single", "relevant", "found", "listed",
        "big", "large", "small", "new", "old", "recent"];

    /// <summary>A folder may be named behind these.</summary>
    public static readonly HashSet<string> Inside = ["in", "from", "inside", "within", "under", "into", "to", "on", "at"];

    public static readonly HashSet<string> Determiners = ["the", "your", "my", "a", "an", "this", "that", "our"];

    /// <summary>Folders that nearly every computer has.</summary>
    public static readonly HashSet<string> UsualFolders = ["Documents", "Downloads", "Desktop", "Pictures", "Music", "Videos", "Projects"];

    /// <summary>What is said of a folder without naming it.</summary>
    public static readonly HashSet<string> FolderTalk = [
        "a", "an", "the", "your", "my", "this", "that", "our", "these", "those", "each", "every", "any", "one", "known", "right", "single", "own", "whole",
        "of", "is", "are", "was", "and", "or", "in", "from", "inside", "within", "under", "into", "to", "on", "at", "for", "with", "not", "no", "which", "what", "where",
        "there", "it", "them", "you", "i", "all", "some", "empty", "new", "main", "nice", "tidy", "little", "folder", "directory", "folders"];

    /// <summary>Who speaks of acts of its own.</summary>
    public static readonly HashSet<string> Speaker = ["i", "i've", "i'll", "i'm", "i'd", "we", "we've", "we'll", "we're"];

    /// <summary>What may stand between the speaker and the act.</summary>
    public static readonly HashSet<string> ToAct = [
        "have", "had", "will", "would", "can", "could", "shall", "should", "may", "might", "must", "do", "did", "am", "are", "was", "be", "been", "going", "gonna", "to",
        "about", "just", "already", "now", "also", "then", "so", "safely", "successfully", "quickly", "gladly", "happily", "even", "both", "went", "gone", "go", "ahead",
        "and", "finally", "automatically", "simply", "first", "want", "like", "love", "happy", "try", "tried"];

    /// <summary>Acts on files that no buddy does by words.</summary>
    public static readonly HashSet<string> Acts = [.. Forms(
        "delete", "remove", "erase", "move", "rename", "create", "upload", "trash", "archive", "change", "duplicate", "merge", "install", "organize",
        "organise", "restore", "compress", "relocate", "backup", "replace"),
        "copy", "copied", "copying", "send", "sent", "sending", "clean", "cleaned", "cleaning", "open", "opened", "opening", "empty", "emptied", "emptying",
        "tidy", "tidied", "tidying", "edit", "edited", "editing", "modify", "modified", "modifying", "download", "downloaded", "downloading", "print", "printed",
        "printing", "email", "emailed", "emailing", "zip", "zipped", "zipping", "convert", "converted", "converting", "launch", "launched", "launching",
        "overwrite", "overwrote", "overwriting", "encrypt", "encrypted", "encrypting", "unzip", "unzipped", "back", "backed"];

    /// <summary>What is done with a file without changing it: when that was, no facts tell.</summary>
    public static readonly HashSet<string> Uses = ["read", "opened", "viewed", "visited", "accessed", "used", "played", "watched", "heard", "printed", "listened"];

    /// <summary>Behind these "read" is a noun, or only to come.</summary>
    public static readonly HashSet<string> BeforeNoun = ["a", "an", "the", "to", "good", "great", "nice", "worth", "please", "can", "could", "may", "be"];

    /// <summary>Done by nobody named: "have been deleted".</summary>
    public static readonly HashSet<string> Undergone = [
        "deleted", "removed", "erased", "moved", "renamed", "uploaded", "trashed", "copied", "sent", "cleaned", "emptied", "opened", "tidied", "archived",
        "relocated", "restored", "replaced", "emailed", "shared"];

    private static IEnumerable<string> Forms(params IEnumerable<string> verbs) =>
        verbs.SelectMany(verb => verb.EndsWith('e') ? (string[])[verb, verb + "d", verb[..^1] + "ing"] : [verb, verb + "ed", verb + "ing"]);
}
