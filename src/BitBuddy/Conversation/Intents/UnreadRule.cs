using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>
/// The last look before the words left over become names: where one of them denies, compares, counts or dates what no rule has read,
/// any answer would be to another question.
/// </summary>
internal static class UnreadRule
{
    public static bool IsIn(Tokens tokens, Draft draft)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens[at].Length > 0 && (Denies(tokens, at) || IsUnread(tokens, at, draft)))
                return true;
        }

        return draft.IsUnread;
    }

    // "invoice no 1234" is a number.
    private static bool Denies(Tokens tokens, int at) =>
        UnreadWords.Phrases.Match(tokens, at) > 0 && !(tokens[at] == "no" && tokens[at + 1].Length > 0 && char.IsAsciiDigit(tokens[at + 1][0]));

    private static bool IsUnread(Tokens tokens, int at, Draft draft)
    {
        var (word, before, after) = (tokens[at], tokens.Word(at - 1), tokens.Word(at + 1));
        return OrderWords.Superlatives.ContainsKey(word)
            || UnreadWords.IsDenied(word)
            || UnreadWords.IsWholePath(word)
            || (UnreadWords.IsPick(word) && (draft.Order != FileOrder.Relevance || FileWords.IsWord(after) || after is "one" or "ones" || CalendarWords.Unit(after) != '\0'))
            || (word is "last" or "next" or "this" or "past" or "previous" or "coming" && (IsTime(after) || NumberWords.Whole(after) > 0))
            || (word is "over" or "above" or "under" or "below" && (after.Length == 0 ? at == tokens.Count - 1 : char.IsAsciiDigit(after[0])))
            || (CalendarWords.Vague.Contains(word) && (CalendarWords.Year(after) > 0 || IsTimePreposition(tokens, at)))
            || (UnreadWords.IsTimeLike(word) && (CalendarWords.Year(word[^Math.Min(4, word.Length)..]) > 0 || IsTimePreposition(tokens, at)))
            || (CalendarWords.Unit(word) != '\0' && (after is "old" or "of" || NumberWords.Whole(before) > 0))
            || (SizeWords.Unit(word) > 0 && word.Length > 1)
            || (word is "every" or "each" && IsTime(after))
            || (before is "a" or "an" or "any" && CalendarWords.Weekday(word) is not null)
            || (word[^1] == '%' && after == "of")
            || (word == "or" && (IsName(tokens, at - 1) || IsName(tokens, at + 1)));
    }

    private static bool IsTime(string word) =>
        CalendarWords.Vague.Contains(word) || CalendarWords.Unit(word) != '\0' || CalendarWords.Month(word) > 0 || CalendarWords.Weekday(word) is not null;

    private static bool IsTimePreposition(Tokens tokens, int at)
    {
        at -= tokens.Word(at - 1) is "the" or "early" or "late" or "mid" ? 2 : 1;
        return tokens.Word(at) is "in" or "from" or "during" or "on" or "of" or "over" or "by" or "around" or "at";
    }

    private static bool IsName(Tokens tokens, int at) => tokens.Name(at).Length > 0 && !AskPhrases.Stop.Contains(tokens[at]);
}
