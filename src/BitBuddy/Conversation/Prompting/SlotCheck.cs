namespace BitBuddy.Conversation;

/// <summary>Whether what a brain of slots wrote may be said: a phrase as those of the phrase files, "You have {files}.", before it is filled.</summary>
internal static class SlotCheck
{
    /// <summary>So many sentences a reply has at most.</summary>
    public const int Sentences = 3;

    private const int Longest = 300;

    /// <summary>Null where nothing is wrong, else what is, in few words.</summary>
    /// <param name="known">The words the brain was taught; null or empty where any will do.</param>
    public static string? Fault(SlotPrompt prompt, string reply, IReadOnlySet<string>? known = null) =>
        Form(prompt, reply) ?? SlotMeaning.Fault(prompt, reply, known);

    private static string? Form(SlotPrompt prompt, string reply)
    {
        if (string.IsNullOrWhiteSpace(reply) || reply.Length > Longest)
            return "empty or too long";
        if (reply.Any(letter => char.IsDigit(letter) || char.IsControl(letter)))
            return "a digit outside a slot";
        if (Slots(reply) is not { } said)
            return "a broken slot";
        if (said.FirstOrDefault(slot => !prompt.Must.Contains(slot) && !prompt.May.Contains(slot)) is { } strange)
            return $"no place for {strange}";
        if (prompt.Must.FirstOrDefault(slot => !said.Contains(slot)) is { } missing)
            return $"nothing of {missing}";
        if (said.Count > said.Distinct().Count())
            return "a slot twice";
        if (!reply.EndsWith("{phrase}", StringComparison.Ordinal) && reply[^1] is not ('.' or '!' or '?' or '…'))
            return "no end";
        if (Count(reply) > Sentences)
            return "too many sentences";
        if (IsSlip(reply))
            return "a slip of writing";
        return prompt.Beats.Contains(SlotManner.Ask) && !reply.EndsWith('?') ? "no question" : null;
    }

    /// <summary>The slots of a phrase in their order; null where a bracket stands alone.</summary>
    private static List<string>? Slots(string phrase)
    {
        List<string> slots = [];
        for (var at = phrase.IndexOfAny(['{', '}']); at >= 0; at = phrase.IndexOfAny(['{', '}'], at + 1))
        {
            var close = phrase.IndexOf('}', at);
            if (phrase[at] == '}' || close < 0 || phrase.AsSpan(at + 1, close - at - 1).Contains('{'))
                return null;
            slots.Add(phrase[(at + 1)..close]);
            at = close;
        }

        return slots;
    }

    // "have have", "ends.  a file", "you .": no sentence of ours is written so.
    private static bool IsSlip(string reply)
    {
        for (var i = 1; i < reply.Length; i++)
        {
            var isGap = reply[i - 1] == ' ';
            if (isGap && reply[i] is ' ' or ',' or '.' or '!' or '?' or ':')
                return true;
            if (reply[i - 1] is ',' or ':' or ';' && reply[i] is ',' or '.' or '!' or '?' or ':' or ';')
                return true;
            if (isGap && i > 2 && reply[i - 2] is '.' or '!' or '?' && char.IsLower(reply[i]))
                return true;
            if (isGap && char.IsLetter(reply[i]) && IsSaidTwice(reply, i))
                return true;
        }

        return false;
    }

    private static bool IsSaidTwice(string reply, int at)
    {
        var length = 0;
        while (at + length < reply.Length && (char.IsLetter(reply[at + length]) || reply[at + length] == '\''))
            length++;
        var before = at - 1 - length;
        var word = reply.AsSpan(at, length);
        return before >= 0 && (before == 0 || !char.IsLetter(reply[before - 1])) && word.Equals(reply.AsSpan(before, length), StringComparison.OrdinalIgnoreCase)
            && !SlotWords.Twice.Contains(word.ToString().ToLowerInvariant());
    }

    private static int Count(string reply)
    {
        var count = 0;
        for (var i = 0; i < reply.Length; i++)
        {
            var ends = reply[i] is '.' or '!' or '?' or '…' || (reply[i] == '}' && reply.AsSpan(0, i + 1).EndsWith("{phrase}"));
            if (ends && (i + 1 == reply.Length || reply[i + 1] == ' '))
                count++;
        }

        return count;
    }
}
