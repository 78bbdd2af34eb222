namespace BitBuddy.Conversation;

/// <summary>Times back from now: "older than 3 months", "not changed for two years".</summary>
internal sealed class AgeReader(Tokens tokens, LocalCalendar calendar, PeriodReader periods)
{
    /// <summary>How many words were understood; 0 where no age stands.</summary>
    public int Read(int at, Draft draft) => Age(at, draft) is > 0 and var age ? age : Lasting(at, draft);

    // "older than 3 months", "more than two years old", "newer than a week"
    private int Age(int at, Draft draft)
    {
        // "2 years old", "a week old": that old and older.
        if (periods.Number(at) is { Number: >= 0 } old && CalendarWords.Unit(tokens[at + old.Length]) is var its and not '\0' && tokens[at + old.Length + 1] == "old"
            && tokens[at + old.Length + 2] is "or" or "and" && tokens[at + old.Length + 3] is "older" or "more")
        {
            draft.Until = calendar.Ago(old.Number, its);
            return old.Length + 4;
        }

        var than = tokens[at + 1] == "than" ? 2 : 1;
        var older = tokens[at] is "older" or "more" or "over" or "longer";
        if (!older && tokens[at] is not ("newer" or "younger" or "less" or "under"))
            return 0;
        var needsOld = tokens[at] is not ("older" or "newer" or "younger");
        // "older than half a year"
        if (!needsOld && tokens[at + than] == "half" && CalendarWords.Unit(tokens[at + than + 2]) == 'y')
        {
            if (older)
                draft.Until = calendar.Ago(6, 'm');
            else
                draft.From = calendar.Ago(6, 'm');
            return than + 3;
        }

        var (number, length) = periods.Number(at + than);
        var unit = number < 0 ? '\0' : CalendarWords.Unit(tokens[at + than + length]);
        if (unit == '\0')
            return 0;
        var tail = tokens[at + than + length + 1] is "old" or "ago" ? 1 : 0;
        if (needsOld && tail == 0)
            return 0;
        if (older)
            draft.Until = calendar.Ago(number, unit);
        else
            draft.From = calendar.Ago(number, unit);
        return than + length + 1 + tail;
    }

    // "(not) changed for more than two years", "(have not) edited in two years"
    private int Lasting(int at, Draft draft)
    {
        if (!AskPhrases.Changes.Contains(tokens.Word(at - 1)))
            return 0;
        var start = at;
        while (tokens[start] is "for" or "in" or "over" or "more" or "than" or "at" or "least" or "the" or "last" or "past")
            start++;
        var (number, length) = start == at ? (-1, 0) : periods.Number(start);
        if (number < 0 || CalendarWords.Unit(tokens[start + length]) is not (not '\0' and var unit) || tokens[start + length + 1] is "ago" or "old")
            return 0;
        draft.From = calendar.Ago(number, unit);
        return start + length + 1 - at;
    }
}
