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
        (new("by size", "sorted by size", "sort by size", "sort them by size", "sort these by size", "order by size", "order them by size", "ordered by size", "by size in descending order", "by descending size", "in descending order of size", "sorted by size in descending order", "largest first", "biggest first", "with the biggest on top", "with the largest on top", "biggest on top", "largest on top", "biggest at the top", "largest at the top", "with the biggest first", "with the largest first", "starting with the biggest", "starting with the largest", "big ones first", "in order of size", "heaviest first", "by descending size", "by size descending", "sorted by size descending", "from largest to smallest", "from biggest to smallest", "biggest to smallest", "largest to smallest", "from large to small", "from big to small", "large to small", "big to small"), FileOrder.Largest),
        (new("by size in ascending order", "in ascending order of size", "smallest first", "by size ascending", "sorted by size ascending", "from smallest to largest", "from smallest to biggest", "smallest to biggest", "smallest to largest", "from small to large", "from small to big", "small to large", "small to big", "by size from small to large", "by ascending size", "small ones first"), FileOrder.Smallest),
        (new("by date", "sorted by date", "sort by date", "sort them by date", "sort these by date", "order by date", "order them by date", "ordered by date", "by time", "sorted by time", "in reverse chronological order", "reverse chronological", "by date in descending order", "by last change", "by last modification", "by change date", "newest first", "latest first", "with the newest on top", "with the latest on top", "newest on top", "latest on top", "newest at the top", "with the newest first", "starting with the newest", "starting with the latest", "most recent first", "recent first", "by age", "sorted by age", "chronologically", "in chronological order", "by modification date", "sorted by modification date", "by last modified", "sorted by last modified", "newest to oldest", "from newest to oldest", "from new to old", "new to old", "by newest", "sorted by newest", "by recency", "most recently changed first", "latest to oldest", "most recent ones first"), FileOrder.Newest),
        (new("by date in ascending order", "oldest first", "earliest first", "with the oldest first", "oldest on top", "oldest at the top", "starting with the oldest", "oldest to newest", "from oldest to newest", "from old to new", "old to new", "by oldest", "sorted by oldest", "by date ascending", "old ones first"), FileOrder.Oldest),
    ];

    /// <summary>Where how many are counted, or which are left out, such a word is a bound: from and up to how many bytes.</summary>
    public static (long? Min, long? Max) Bound(string adjective) => adjective switch
    {
        "big" or "large" or "heavy" => (100_000_001, null),
        "huge" or "giant" or "gigantic" or "enormous" or "massive" => (1_000_000_001, null),
        "small" => (null, 999_999),
        "tiny" => (null, 9_999),
        _ => (null, null),
    };

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
