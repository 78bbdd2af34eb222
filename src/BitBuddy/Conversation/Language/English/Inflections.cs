namespace BitBuddy.Conversation;

/// <summary>Other forms of a word: "parties" and "party", "travelling" and "travel", "analyses" and "analysis".</summary>
internal static class Inflections
{
    private const int Shortest = 4;

    // An ending and what may stand in its place.
    private static readonly (string Ending, string[] Others)[] Endings =
    [
        ("ies", ["y", "ie"]), ("ves", ["f", "fe"]), ("yses", ["ysis"]), ("ysis", ["yses"]), ("es", ["", "e"]), ("s", [""]), ("y", ["ies"]), ("ing", ["", "e"]), ("ied", ["y"]), ("ed", ["", "e"]), ("er", ["", "e"]), ("f", ["ves"]), ("e", ["ing", "ed"]),
        ("ise", ["ize"]), ("ize", ["ise"]), ("our", ["or"]), ("or", ["our"]), ("ogue", ["og"]), ("og", ["ogue"]), ("re", ["er"]), ("", ["s", "es", "ing"]),
    ];

    /// <summary>The likeliest first; none for a short word or one that is no plain word.</summary>
    public static IEnumerable<string> Of(string word) => word.Length < Shortest || !word.All(char.IsLetter) ? [] : Endings
        .Where(row => word.EndsWith(row.Ending, StringComparison.Ordinal) && word.Length - row.Ending.Length >= 2)
        .SelectMany(row => row.Others.Select(other => word[..^row.Ending.Length] + other))
        .SelectMany(other => IsDoubled(other) ? (string[])[other, other[..^1]] : [other])
        .Where(other => other.Length >= 3 && other != word).Distinct();

    // "travell", "runn"
    private static bool IsDoubled(string stem) => stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'e' or 'o');
}
