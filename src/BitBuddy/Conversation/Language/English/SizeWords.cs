namespace BitBuddy.Conversation;

/// <summary>Units of size and the words that compare. 1 MB = 1,000,000 bytes.</summary>
internal static class SizeWords
{
    public static readonly PhraseBook More = new(
        "bigger than", "larger than", "greater than", "more than", "heavier than", "over", "above", "exceeding", "beyond", ">");

    public static readonly PhraseBook Less = new("smaller than", "less than", "lighter than", "fewer than", "under", "below", "<");
    public static readonly PhraseBook AtLeast = new("at least", "minimum", "no less than", "not less than");
    public static readonly PhraseBook AtMost = new("at most", "up to", "maximum", "no more than", "not more than");
    public static readonly PhraseBook OrMore = new("or more", "or bigger", "or larger", "or above", "and more", "and up", "and bigger");
    public static readonly PhraseBook OrLess = new("or less", "or smaller", "or below", "and less", "and smaller");

    /// <summary>Bytes in one of the unit; 0 when it is none.</summary>
    public static long Unit(string word) => word switch
    {
        "b" or "byte" or "bytes" => 1,
        "k" or "kb" or "kilobyte" or "kilobytes" => 1_000,
        "mb" or "meg" or "megs" or "megabyte" or "megabytes" => 1_000_000,
        "gb" or "gig" or "gigs" or "gigabyte" or "gigabytes" => 1_000_000_000,
        "tb" or "terabyte" or "terabytes" => 1_000_000_000_000,
        "kib" => 1 << 10,
        "mib" => 1 << 20,
        "gib" => 1 << 30,
        _ => 0,
    };
}
