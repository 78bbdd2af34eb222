namespace BitBuddy.Conversation;

/// <summary>Words worth putting right, and words that only look like slips of them.</summary>
internal static class SpellingWords
{
    /// <summary>Any one slip of these is put right.</summary>
    public static readonly string[] Targets =
    [
        "documents", "document", "pictures", "picture", "photos", "images", "screenshots", "screenshot", "spreadsheets", "spreadsheet",
        "presentations",
        "presentation", "archives", "installers", "applications", "videos", "music", "movies", "newest", "biggest", "largest", "smallest",
        "oldest", "latest",
        "recent", "yesterday", "bigger", "larger", "smaller", "between", "january", "february", "september", "october", "november",
        "december", "august",
        "modified", "changed", "megabytes", "gigabytes", "folder", "please", "search",
    ];

    /// <summary>Words that ask: short, so that only two letters swapped are a slip.</summary>
    public static readonly string[] Asking = ["how", "many", "what", "where", "which", "when", "find", "show", "list", "have", "files", "file", "count", "from", "the", "and"];

    /// <summary>Spoken extensions, of which two letters swapped are a slip where there are four or more.</summary>
    public static readonly string[] Extensions = [.. FileWords.Spoken.SelectMany(extension => (string[])[extension, extension + "s"]).Where(word => word.Length > 3)];

    /// <summary>All words that some rule reads.</summary>
    public static readonly HashSet<string> Vocabulary =
    [
        .. Targets, .. Asking, .. Extensions, .. FileWords.Kinds.Keys.Concat(FileWords.Nouns.Keys).SelectMany(phrase => phrase.Split(' ')),
        .. OrderWords.Superlatives.Keys, .. OrderWords.Adjectives.Keys, .. CalendarWords.Months, .. CalendarWords.Weekdays, .. CalendarWords.Units.Keys,
        .. CalendarWords.Vague, .. SizeWords.Units.Keys, .. AskPhrases.Stop, .. AskPhrases.Changes, .. AskPhrases.Words, .. TalkPhrases.Words,
        .. SizeWords.Comparing.Append(SizeWords.OrMore).Append(SizeWords.OrLess).Append(SizeWords.About).Append(SizeWords.Exactly).SelectMany(book => book.Words),
        .. UnreadWords.Phrases.Words,
    ];

    /// <summary>Words of other meanings that one slip would make.</summary>
    private static readonly HashSet<string> Neighbours =
    [
        "archive", "archived", "archiver", "photon", "photons", "imaged", "imager", "resent", "regent", "resend", "lamest", "laser", "layer", "folded",
        "holder", "modifies", "changer", "charged", "charted", "chanted", "lager", "bigots", "pictured", "documented", "musical", "muses", "augusta",
        "movers", "moves", "moved", "recant", "flies", "form", "forms", "nad", "pleased", "pleaser", "starch", "seance", "folds", "decent", "rodent",
        "longest", "pirates", "older", "lasted", "fondest", "coldest", "boldest", "molest", "modest", "newer",
    ];

    public static bool IsReal(string word) => Vocabulary.Contains(word) || Neighbours.Contains(word);
}
