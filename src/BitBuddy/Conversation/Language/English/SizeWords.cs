namespace BitBuddy.Conversation;

/// <summary>Units of size and the words that compare. 1 MB = 1,000,000 bytes.</summary>
internal static class SizeWords
{
    public static readonly PhraseBook More = new(
        "weighing more than", "weighing over", "bigger than", "larger than", "greater than", "more than", "heavier than", "over", "above", "exceeding", "beyond", ">");

    public static readonly PhraseBook Less = new("smaller than", "less than", "lighter than", "fewer than", "under", "below", "<");
    public static readonly PhraseBook AtLeast = new("min", "minimum of", "a minimum of", "upwards of", "at the least", "at least", ">=", "minimum", "no less than", "not less than", "no smaller than", "not smaller than", "not under", "not below");
    public static readonly PhraseBook AtMost = new("max", "maximum of", "a maximum of", "at the most", "at most", "<=", "up to", "maximum", "no more than", "not more than", "no larger than", "no bigger than", "not larger than", "not bigger than", "not over", "not above");
    public static readonly PhraseBook[] Comparing = [More, Less, AtLeast, AtMost];
    public static readonly PhraseBook OrMore = new("or more", "or bigger", "or larger", "or above", "and more", "and up", "and bigger");
    public static readonly PhraseBook OrLess = new("or less", "or smaller", "or below", "and less", "and smaller");

    public static readonly PhraseBook Exactly = new("exactly", "precisely", "equal to", "is exactly", "are exactly");
    public static readonly PhraseBook About = new("about", "around", "roughly", "approximately", "nearly", "almost", "circa", "~");

    public static readonly Dictionary<string, long> Units = new()
    {
        ["b"] = 1, ["byte"] = 1, ["bytes"] = 1,
        ["k"] = 1_000, ["kb"] = 1_000, ["kilobyte"] = 1_000, ["kilobytes"] = 1_000,
        ["mb"] = 1_000_000, ["meg"] = 1_000_000, ["megs"] = 1_000_000, ["megabyte"] = 1_000_000, ["megabytes"] = 1_000_000,
        ["gb"] = 1_000_000_000, ["gig"] = 1_000_000_000, ["gigs"] = 1_000_000_000, ["gigabyte"] = 1_000_000_000, ["gigabytes"] = 1_000_000_000,
        ["tb"] = 1_000_000_000_000, ["terabyte"] = 1_000_000_000_000, ["terabytes"] = 1_000_000_000_000,
        ["kib"] = 1 << 10, ["mib"] = 1 << 20, ["gib"] = 1 << 30,
    };

    /// <summary>"5k" may be a run: only where sizes are compared.</summary>
    public static bool IsAlsoNoUnit(string word) => word[^1] is 'k' || word == "b" || (word[^1] == 'b' && char.IsAsciiDigit(word[^2]));

    /// <summary>Bytes in one of the unit; 0 when it is none.</summary>
    public static long Unit(string word) => Units.GetValueOrDefault(word);

    /// <summary>The largest unit of which so many bytes are a whole number.</summary>
    public static long UnitOf(long bytes) => Array.Find([1_000_000_000L, 1_000_000, 1_000], unit => bytes >= unit && bytes % unit == 0) is > 0 and var whole ? whole : 1;
}
