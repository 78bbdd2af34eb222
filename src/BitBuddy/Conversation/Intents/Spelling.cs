namespace BitBuddy.Conversation;

/// <summary>Puts one slip right in a word of the buddy's vocabulary; never in a folder's name or a quote.</summary>
internal static class Spelling
{
    // Below, a word of another language or a short name is as likely as a slip.
    private const int ShortestWord = 5;

    /// <summary>What was put right, as "documnets -> documents"; null when nothing was.</summary>
    public static string? Correct(Tokens tokens, Func<string, bool> isFolder)
    {
        List<string>? slips = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            var word = tokens[at];
            if (word.Length < 3 || !word.All(char.IsAsciiLetter) || Meant(word) is not { } meant || RealWords.Contains(word) || isFolder(word))
                continue;
            tokens.Replace(at, meant);
            (slips ??= []).Add($"{word} -> {meant}");
        }

        return slips is null ? null : string.Join(", ", slips);
    }

    private static string? Meant(string word) =>
        (word.Length < ShortestWord ? null : Array.Find(SpellingWords.Targets, target => IsSlip(word, target)))
        ?? Array.Find(SpellingWords.Asking, target => IsSwap(word, target))
        ?? Array.Find(SpellingWords.Extensions, target => IsSwap(word, target));

    /// <summary>Two neighbours swapped.</summary>
    private static bool IsSwap(string word, string target) => word.Length == target.Length && word != target && IsSlip(word, target) && word.Order().SequenceEqual(target.Order());

    /// <summary>One letter too many, too few or wrong, or two neighbours swapped; the first letter is right unless swapped.</summary>
    internal static bool IsSlip(ReadOnlySpan<char> word, ReadOnlySpan<char> target)
    {
        if (Math.Abs(word.Length - target.Length) > 1)
            return false;
        var start = word.CommonPrefixLength(target);
        var left = word[start..];
        var right = target[start..];
        if (left.Length > 1 && left.Length == right.Length && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]))
            return true;
        if (start == 0)
            return false;
        return left.Length == right.Length ? left.Length > 0 && left[1..].SequenceEqual(right[1..])
            : left.Length > right.Length ? left[1..].SequenceEqual(right)
            : left.SequenceEqual(right[1..]);
    }
}
