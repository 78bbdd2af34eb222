namespace BitBuddy.Conversation;

/// <summary>Words worth putting right.</summary>
internal static class SpellingWords
{
    // Shorter ones are too near to other words.
    private const int Shortest = 6;

    /// <summary>Any one slip of these is put right.</summary>
    public static readonly string[] Targets =
    [
        "photos", "images", "videos", "music", "movies", "newest", "oldest", "latest", "recent", "bigger", "larger", "august", "folder", "please", "search",
        .. new[]
        {
            "documents", "document", "pictures", "picture", "screenshots", "screenshot", "spreadsheets", "spreadsheet", "presentations", "presentation", "archives", "installers", "applications", "biggest", "largest", "smallest", "yesterday", "smaller", "between",
            "modified", "changed", "megabytes", "gigabytes", "kilobytes", "folders", "directory", "downloads", "download", "downloaded", "received", "duplicate", "duplicates", "containing", "without", "except", "excluding", "before", "desktop", "everything", "anything", "something", "somewhere", "written", "created",
            "summary", "summarize", "summarise", "versions", "version", "called", "morning", "afternoon", "evening", "weekend", "months", "minutes", "greater", "python", "javascript", "installed", "extension", "mention", "mentions", "mentioning", "contain", "contains", "sorted", "ordered", "starting", "beginning", "ending",
        },
        .. FileWords.Kinds.Keys.Where(word => word.Length >= Shortest && word.All(char.IsAsciiLetterLower)),
        .. CalendarWords.Months.Concat(CalendarWords.Weekdays).Concat(OrderWords.Superlatives.Keys).Where(word => word.Length >= Shortest),
    ];

    /// <summary>Words that ask: short, so that only two letters swapped are a slip.</summary>
    public static readonly string[] Asking = ["how", "many", "what", "where", "which", "when", "find", "show", "list", "have", "files", "file", "count", "from", "the", "and"];

    /// <summary>Spoken extensions, of which two letters swapped are a slip where there are four or more.</summary>
    public static readonly string[] Extensions = [.. FileWords.Spoken.SelectMany(extension => (string[])[extension, extension + "s"]).Where(word => word.Length > 3)];
}
