namespace BitBuddy.Conversation;

/// <summary>Ranges of days and periods: "from 3 to 7 May 2024", "between 2018 and 2020".</summary>
internal sealed class TimeRangeReader(Tokens tokens, LocalCalendar calendar, PeriodReader periods)
{
    /// <summary>How many words were understood; 0 where no range stands.</summary>
    public int Read(int at, Draft draft) => DayRange(at, draft) is > 0 and var days ? days : Range(at, draft);

    // "from 3 to 7 May 2024", "between March 3 and 7", "1st-15th of May": one of the two says the month.
    private int DayRange(int at, Draft draft)
    {
        var start = tokens[at] is "between" or "from" or "on" or "in" ? at + 1 : at;
        start += tokens[start] == "the" ? 1 : 0;
        var month = CalendarWords.Month(tokens[start]) > 0 && CalendarWords.Day(tokens[start + 1].Split('-')[0]) > 0 ? start : -1;
        var day = month < 0 ? start : start + 1;
        var (low, high, next) = (0, 0, 0);
        if (tokens[day].Split('-', '\u2013') is [var one, var two])
            (low, high, next) = (CalendarWords.Day(one), CalendarWords.Day(two), day + 1);
        else if (tokens[day + 1] is "to" or "until" or "till" or "through" || (tokens[day + 1] == "and" && tokens[start - 1] == "between"))
            (low, high, next) = (CalendarWords.Day(tokens[day]), CalendarWords.Day(tokens[day + 2]), day + 3);
        if (low == 0 || high < low)
            return 0;
        if (month < 0)
            month = next += tokens[next] == "of" ? 1 : 0;
        if (CalendarWords.Month(tokens[month]) == 0)
            return 0;
        var year = CalendarWords.Year(tokens[month == start ? next : month + 1]);
        if (periods.Read(month) is not { } whole || (year > 0 && month == start))
            whole = periods.OfMonth(CalendarWords.Month(tokens[month]), year);
        var first = DateOnly.FromDateTime(whole.From.DateTime);
        first = new DateOnly(first.Year, first.Month, 1);
        if (high > DateTime.DaysInMonth(first.Year, first.Month))
            return 0;
        (draft.From, draft.Until) = (calendar.Start(first.AddDays(low - 1)), calendar.Start(first.AddDays(high)));
        return Math.Max(next, month + 1) + (year > 0 ? 1 : 0) - at;
    }

    // "between 2018 and 2020", "from May to July"; "from 2018 and 2020" is a list.
    private int Range(int at, Draft draft)
    {
        if (tokens[at] is not ("between" or "from") || periods.Read(at + 1) is not { } first)
            return 0;
        var middle = at + 1 + first.Length;
        // "from 2020 on"
        if (tokens[at] == "from" && CalendarWords.Onward.Match(tokens, middle) is > 0 and var onward)
        {
            draft.From = first.From;
            return middle + onward - at;
        }

        if (tokens[middle] is "to" or "until" or "till" or "and" && tokens[middle + 1] is "now" or "present")
        {
            draft.From = first.From;
            return 3 + first.Length;
        }

        if (!(tokens[middle] is "to" or "until" or "till" or "through" || (tokens[middle] == "and" && tokens[at] == "between")) || periods.Read(middle + 1) is not { } last)
            return 0;
        // A month that named no year is the one just before the end of the range.
        if (first.IsYearless && periods.Read(at + 1, DateOnly.FromDateTime(last.From.DateTime)) is { } earlier)
            first = earlier;
        if (last.From < first.From)
            (first, last) = (last with { Length = first.Length }, first with { Length = last.Length });
        (draft.From, draft.Until) = (first.From, last.Until);
        return 2 + first.Length + last.Length;
    }
}
