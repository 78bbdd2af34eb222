namespace BitBuddy.Conversation;

/// <summary>Words worth putting right, and words that only look like slips of them.</summary>
internal static class SpellingWords
{
    public static readonly string[] Targets =
    [
        "documents", "document", "pictures", "picture", "photos", "images", "screenshots", "screenshot", "spreadsheets", "spreadsheet",
        "presentations",
        "presentation", "archives", "installers", "applications", "videos", "music", "movies", "newest", "biggest", "largest", "smallest",
        "oldest", "latest",
        "recent", "yesterday", "bigger", "larger", "smaller", "between", "january", "february", "september", "october", "november",
        "december", "august",
        "modified", "changed", "megabytes", "gigabytes", "folder",
    ];

    /// <summary>Vocabulary and neighbours that are words themselves.</summary>
    public static readonly HashSet<string> Real =
    [
        .. Targets, "archive", "archived", "archiver", "installer", "application", "video", "movie", "photo", "photon", "photons", "image", "imaged", "imager", "resent", "regent",
        "resend", "lamest", "later", "laser", "layer", "folders", "folded", "holder", "modifies", "change", "changes", "changer", "charged",
        "charted", "chanted", "lager", "bigots", "pictured",
        "documented", "musical", "muses", "megabyte", "gigabyte", "augusta", "movers", "moves", "moved", "recant",
    ];
}
