namespace BitBuddy.Conversation;

/// <summary>Sizes: "over 10 MB", "between 1 and 5 MB", "500 KB or less".</summary>
internal static class SizeRule
{
    public static void Read(Tokens tokens, Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var used = Between(tokens, at, draft);
            if (used == 0)
                used = Compared(tokens, at, draft);
            if (used == 0)
                used = Trailing(tokens, at, draft);
            if (tokens[at] == "empty" && KindRule.Match(tokens, at + 1).Word is not null)
                (draft.MaxBytes, used) = (0, 1);
            tokens.Use(at, used);
        }
    }

    private static int Between(Tokens tokens, int at, Draft draft)
    {
        if (tokens[at] is not ("between" or "from"))
            return 0;
        var (low, lowUnit, lowLength) = Amount(tokens, at + 1);
        if (lowLength == 0 || tokens[at + 1 + lowLength] is not ("and" or "to"))
            return 0;
        var (high, highUnit, highLength) = Amount(tokens, at + 2 + lowLength);
        if (highLength == 0 || highUnit == 0)
            return 0;
        draft.MinBytes = Bytes(low, lowUnit == 0 ? highUnit : lowUnit);
        draft.MaxBytes = Bytes(high, highUnit);
        return 2 + lowLength + highLength;
    }

    private static int Compared(Tokens tokens, int at, Draft draft)
    {
        var (more, less) = (SizeWords.More.Match(tokens, at), SizeWords.Less.Match(tokens, at));
        var (atLeast, atMost) = (SizeWords.AtLeast.Match(tokens, at), SizeWords.AtMost.Match(tokens, at));
        var compare = Math.Max(Math.Max(more, less), Math.Max(atLeast, atMost));
        if (compare == 0)
            return 0;
        var (amount, unit, length) = Amount(tokens, at + compare);
        if (length == 0 || unit == 0)
            return 0;
        var bytes = Bytes(amount, unit);
        if (compare == atLeast)
            draft.MinBytes = bytes;
        else if (compare == atMost)
            draft.MaxBytes = bytes;
        else if (compare == more)
            draft.MinBytes = bytes == long.MaxValue ? bytes : bytes + 1;
        else
            draft.MaxBytes = Math.Max(0, bytes - 1);
        return compare + length;
    }

    private static int Trailing(Tokens tokens, int at, Draft draft)
    {
        var (amount, unit, length) = Amount(tokens, at);
        if (length == 0 || unit == 0)
            return 0;
        if (SizeWords.OrMore.Match(tokens, at + length) is var more and > 0)
            draft.MinBytes = Bytes(amount, unit);
        else if (SizeWords.OrLess.Match(tokens, at + length) is var less and > 0)
            (draft.MaxBytes, more) = (Bytes(amount, unit), less);
        else
            return 0;
        return length + more;
    }

    // The unit may be glued ("10MB"), apart ("10 MB") or, between two amounts, said only once (0).
    private static (decimal Amount, long Unit, int Length) Amount(Tokens tokens, int at)
    {
        var word = tokens[at];
        var digits = 0;
        while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] is '.' or ','))
            digits++;
        if (digits == 0)
            return NumberWords.Whole(word) is var whole and >= 0 && SizeWords.Unit(tokens[at + 1]) is var spoken and > 0
                ? (whole, spoken, 2) : default;
        if (NumberWords.Quantity(word[..digits]) is not { } amount)
            return default;
        if (digits < word.Length)
            return SizeWords.Unit(word[digits..]) is var glued and > 0 ? (amount, glued, 1) : default;
        return SizeWords.Unit(tokens[at + 1]) is var apart and > 0 ? (amount, apart, 2) : (amount, 0, 1);
    }

    private static long Bytes(decimal amount, long unit) =>
        amount > long.MaxValue / unit ? long.MaxValue : (long)(amount * unit);
}
