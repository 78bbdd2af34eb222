namespace BitBuddy.Conversation;

/// <summary>Words worth putting right.</summary>
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
}
