namespace BitBuddy.Conversation;

/// <summary>Words that could be a time or a name: "summer files", "tax return from 2019". The same question with them as names.</summary>
internal static class TimeAsName
{
    /// <summary>Null where no word of the question could be a name.</summary>
    public static Tokens? Of(Tokens tokens)
    {
        // "between 2018 and 2020", "before May" bound a time and name nothing.
        if (Enumerable.Range(0, tokens.Count).Any(at => CalendarWords.Bounding.Contains(tokens[at])))
            return null;
        var times = Enumerable.Range(0, tokens.Count).Where(at => CouldBeName(tokens[at]) && !CalendarWords.Pointing.Contains(tokens.Word(at - 1)) && tokens.Word(at + 1) != "ago").ToHashSet();
        return times.Count == 0 ? null : tokens.Quote(times);
    }

    private static bool CouldBeName(string word) =>
        CalendarWords.Season(word) > 0 || CalendarWords.Year(word) > 0 || (word.Length > 3 && CalendarWords.Months.Contains(word)) || CalendarWords.Weekdays.Contains(word)
        || word is "christmas" or "xmas" or "halloween" or "weekend" or "morning" or "evening" or "night";
}
