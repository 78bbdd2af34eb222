namespace BitBuddy.Conversation;

/// <summary>Sizes: "over 10 MB", "between 1 and 5 MB", "1-5 MB", "500 KB or less", "about 3 MB", "exactly 100 bytes".</summary>
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
                used = Plain(tokens, at, draft);
            if (tokens[at] == "empty" && (KindRule.Match(tokens, at + 1).Word is not null || tokens.Word(at - 1) is "are" or "is" or "anything" or "something"))
                (draft.MaxBytes, used) = (0, 1);
            tokens.Use(at, used);
            // "100 MB big", "5 MB in size"
            if (used > 0 && tokens[at + used] is "big" or "large" or "heavy" or "size")
                tokens.Use(at + used, 1);
            else if (used > 0 && tokens[at + used] is "in" && tokens[at + used + 1] is "size")
                tokens.Use(at + used, 2);
        }

        if (draft.MinBytes <= draft.MaxBytes || draft.MinBytes is null || draft.MaxBytes is null)
            return;
        // "over 4 MB or under 10 KB": what lies between is left out; both at once no file can be.
        draft.Except.Add(new Files.FileQuery { MinBytes = draft.MaxBytes + 1, MaxBytes = draft.MinBytes - 1 });
        draft.IsUnread |= !Enumerable.Range(0, tokens.Count).Any(at => tokens[at] == "or");
        (draft.MinBytes, draft.MaxBytes) = (null, null);
    }

    // "between 1 and 5 MB", "1 to 5 MB", "1-5 MB"
    private static int Between(Tokens tokens, int at, Draft draft)
    {
        var start = tokens[at] is "between" or "from" ? at + 1 : at;
        var (low, lowUnit, lowLength) = Amount(tokens[start].Split('-')[0], tokens[start + 1]);
        var joint = tokens[start].Contains('-') ? 0 : tokens[start + lowLength] == "to" || (start > at && tokens[start + lowLength] == "and") ? 1 : -1;
        if (lowLength == 0 || joint < 0)
            return 0;
        var next = joint == 0 ? start : start + lowLength + joint;
        var (high, highUnit, highLength) = Amount(tokens[next].Split('-')[^1], tokens[next + 1]);
        if (highLength == 0 || highUnit == 0)
            return 0;
        draft.MinBytes = Bytes(low, lowUnit == 0 ? highUnit : lowUnit);
        draft.MaxBytes = Bytes(high, highUnit);
        return next + highLength - at;
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

    // An amount alone is meant as it is shown: bytes to the byte, megabytes by about a tenth, unless exactly so many.
    private static int Plain(Tokens tokens, int at, Draft draft)
    {
        var (exactly, about) = (SizeWords.Exactly.Match(tokens, at), SizeWords.About.Match(tokens, at));
        var start = at + Math.Max(exactly, about);
        var plus = tokens[start].EndsWith('+');
        var (amount, unit, length) = plus ? Amount(tokens[start].TrimEnd('+'), "") : Amount(tokens, start);
        if (length == 0 || unit == 0 || (start == at && SizeWords.IsAlsoNoUnit(tokens[start + length - 1])))
            return 0;
        var bytes = Bytes(amount, unit);
        length += start - at;
        var (more, less) = (SizeWords.OrMore.Match(tokens, at + length), SizeWords.OrLess.Match(tokens, at + length));
        if (more > 0 || plus)
            draft.MinBytes = bytes;
        else if (less > 0)
            draft.MaxBytes = bytes;
        else
        {
            var slack = about > 0 || (exactly == 0 && unit > 1) ? bytes / 10 : unit / 20;
            (draft.MinBytes, draft.MaxBytes) = (bytes - slack, bytes > long.MaxValue - slack ? long.MaxValue : bytes + slack);
        }

        return length + Math.Max(more, less);
    }

    /// <summary>"10MB", "half a gigabyte": how many of which unit (bytes in one; 0 where none is said), and the words it took; length 0 where none stands.</summary>
    public static (decimal Amount, long Unit, int Length) Amount(Tokens tokens, int at)
    {
        if (tokens[at] == "half")
        {
            var article = tokens[at + 1] is "a" or "an" ? 1 : 0;
            return SizeWords.Unit(tokens[at + 1 + article]) is var half and > 0 ? (0.5m, half, 2 + article) : default;
        }

        return Amount(tokens[at], tokens[at + 1]);
    }

    // The unit may be glued ("10MB"), apart ("10 MB") or, between two amounts, said only once (0).
    private static (decimal Amount, long Unit, int Length) Amount(string word, string next)
    {
        var digits = 0;
        while (digits < word.Length && (char.IsAsciiDigit(word[digits]) || word[digits] is '.' or ','))
            digits++;
        if (digits == 0)
            return NumberWords.Whole(word) is var whole and >= 0 && SizeWords.Unit(next) is var spoken and > 0
                ? (whole, spoken, 2) : default;
        if (NumberWords.Quantity(word[..digits]) is not { } amount)
            return default;
        if (digits < word.Length)
            return SizeWords.Unit(word[digits..]) is var glued and > 0 ? (amount, glued, 1) : default;
        return SizeWords.Unit(next) is var apart and > 0 ? (amount, apart, 2) : (amount, 0, 1);
    }

    public static long Bytes(decimal amount, long unit) =>
        amount > long.MaxValue / unit ? long.MaxValue : (long)(amount * unit);
}
