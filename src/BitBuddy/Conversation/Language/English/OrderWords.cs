using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Words that sort.</summary>
internal static class OrderWords
{
    /// <summary>They sort wherever they stand.</summary>
    public static readonly Dictionary<string, FileOrder> Superlatives = new()
    {
        ["newest"] = FileOrder.Newest,
        ["latest"] = FileOrder.Newest,
        ["youngest"] = FileOrder.Newest,
        ["freshest"] = FileOrder.Newest,
        ["oldest"] = FileOrder.Oldest,
        ["earliest"] = FileOrder.Oldest,
        ["largest"] = FileOrder.Largest,
        ["biggest"] = FileOrder.Largest,
        ["heaviest"] = FileOrder.Largest,
        ["hugest"] = FileOrder.Largest,
        ["smallest"] = FileOrder.Smallest,
        ["tiniest"] = FileOrder.Smallest,
    };

    public static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>"second" 2, "3rd" 3; 0 when it is none.</summary>
    public static int Ordinal(string word) =>
        Array.IndexOf(Ordinals, word) is var place and >= 0 ? place + 1
        : word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(word[..^2], System.Globalization.NumberStyles.None, null, out var number) && number is > 0 and < 10_000 ? number : 0;

    /// <summary>What a list is sorted by, said at its end: "sorted by size", "alphabetically".</summary>
    public static readonly (PhraseBook Book, FileOrder Order)[] Sorting =
    [
        (new("alphabetically", "in alphabetical order", "alphabetical", "by name", "sorted by name", "sort by name", "sort them by name", "order by name", "ordered by name", "ordered alphabetically", "sorted alphabetically", "sort alphabetically", "sort them alphabetically", "sort these alphabetically", "from a to z", "a to z", "a-z", "sorted a-z"), FileOrder.Name),
        (new("by size", "sorted by size", "sort by size", "sort them by size", "sort these by size", "order by size", "order them by size", "ordered by size", "largest first", "biggest first", "big ones first", "in order of size", "heaviest first", "by descending size", "by size descending", "sorted by size descending", "from largest to smallest", "from biggest to smallest", "biggest to smallest", "largest to smallest"), FileOrder.Largest),
        (new("smallest first", "by size ascending", "sorted by size ascending", "from smallest to largest", "from smallest to biggest", "smallest to biggest", "smallest to largest", "by ascending size", "small ones first"), FileOrder.Smallest),
        (new("by date", "sorted by date", "sort by date", "sort them by date", "sort these by date", "order by date", "order them by date", "ordered by date", "by time", "sorted by time", "newest first", "latest first", "most recent first", "recent first", "by age", "sorted by age", "chronologically", "in chronological order", "by modification date", "sorted by modification date", "by last modified", "sorted by last modified", "newest to oldest", "from newest to oldest", "most recent ones first"), FileOrder.Newest),
        (new("oldest first", "earliest first", "oldest to newest", "from oldest to newest", "by date ascending", "old ones first"), FileOrder.Oldest),
    ];

    /// <summary>They sort only before a word for files: "new photos", but "New York".</summary>
    public static readonly Dictionary<string, FileOrder> Adjectives = new()
    {
        ["new"] = FileOrder.Newest,
        ["recent"] = FileOrder.Newest,
        ["last"] = FileOrder.Newest,
        ["old"] = FileOrder.Oldest,
        ["big"] = FileOrder.Largest,
        ["large"] = FileOrder.Largest,
        ["huge"] = FileOrder.Largest,
        ["giant"] = FileOrder.Largest,
        ["gigantic"] = FileOrder.Largest,
        ["enormous"] = FileOrder.Largest,
        ["massive"] = FileOrder.Largest,
        ["heavy"] = FileOrder.Largest,
        ["small"] = FileOrder.Smallest,
        ["tiny"] = FileOrder.Smallest,
    };
}
