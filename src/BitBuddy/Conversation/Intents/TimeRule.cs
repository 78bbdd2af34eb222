using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Times: "from 2019", "since March", "between 2018 and 2020", "older than 3 months", "yesterday".</summary>
/// <param name="by">A month without a year is its last one that began by this day.</param>
internal sealed class TimeRule(Tokens tokens, LocalCalendar calendar, DateOnly? by = null)
{
    private readonly PeriodReader periods = new(tokens, calendar) { By = by ?? calendar.Today };

    public void Read(Draft draft)
    {
        draft.Taken = Enumerable.Range(0, tokens.Count).Any(at => CalendarWords.Taking.Contains(tokens[at]) || (tokens[at] == "take" && (at == 0 || tokens.Word(at - 1) == "i")));
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens.IsUsed(at))
                continue;
            var used = DayRange(at, draft);
            if (used == 0)
                used = Range(at, draft);
            if (used == 0)
                used = Age(at, draft);
            if (used == 0)
                used = Lasting(at, draft);
            if (used == 0)
                used = Bounded(at, draft);
            if (used == 0)
                used = Plain(at, draft);
            tokens.Use(at, used);
            // "dated November 2025", "back in 2019", "some time in May"
            for (var before = at - 1; used > 0 && CalendarWords.Loosely.Contains(tokens[before]); before--)
                tokens.Use(before, 1);
        }

        if (draft.From is null || draft.Until is null || draft.From < draft.Until)
            return;
        // "before 2016 or after 2020": what lies between is left out; both at once no file can be.
        draft.Except.Add(new FileQuery { From = draft.Until, Until = draft.From });
        draft.IsUnread |= !Enumerable.Range(0, tokens.Count).Any(at => tokens[at] == "or");
        (draft.From, draft.Until) = (null, null);
    }

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

    private int Bounded(int at, Draft draft)
    {
        var two = tokens[at + 1] is "than" or "to" or "from" ? 2 : 1;
        var word = two == 2 ? (tokens[at], tokens[at + 1]) switch
        {
            ("prior", "to") => "before",
            ("starting" or "beginning", "from") => "since",
            ("newer" or "later" or "older" or "earlier" or "up" or "since", _) => tokens[at],
            _ => "",
        }
            : tokens[at] is "starting" ? "since" : tokens[at];
        if (word is not ("since" or "after" or "newer" or "later" or "before" or "older" or "earlier" or "until" or "till" or "up")
            || (word is "earlier" or "later" && two == 1) || periods.Read(at + two) is not { } period)
            return 0;
        switch (word)
        {
            case "since":
                draft.From = period.From;
                break;
            case "after" or "newer" or "later":
                draft.From = period.Until ?? period.From;
                break;
            case "before" or "older" or "earlier":
                draft.Until = period.From;
                break;
            default:
                draft.Until = period.Until;
                break;
        }

        return two + period.Length;
    }

    private int Plain(int at, Draft draft)
    {
        var preposition = tokens[at] is "in" or "from" or "of" or "dated" or "during" or "on" or "for" or "within" or "over" ? 1 : 0;
        if (preposition == 1 && tokens[at + 1] is "either" or "around" or "about" or "roughly" or "approximately")
            preposition = 2;
        if (periods.Read(at + preposition) is not { } period)
            return 0;
        if (preposition == 0 && !period.StandsAlone && tokens[at] != "year" && !(period.Length > 1 && (KindRule.Match(tokens, at - 1).Word ?? KindRule.Match(tokens, at + period.Length).Word) is not null))
            return 0;
        // "last 3 photos" and "of May" in a name are no times; "of" needs a period that can be nothing else.
        if (tokens[at] == "of" && !period.StandsAlone && period.Length == 1 && CalendarWords.Year(tokens[at + 1]) == 0 && tokens[at + 1] is not ['q', >= '1' and <= '4'])
            return 0;
        var length = preposition + period.Length;
        if (CalendarWords.Onward.Match(tokens, at + length) is > 0 and var onward)
        {
            draft.From = period.From;
            return length + onward;
        }

        if (CalendarWords.Earlier.Match(tokens, at + length) is > 0 and var earlier)
        {
            draft.Until = period.Until ?? period.From;
            return length + earlier;
        }

        while (Listed(at + length) is var next and > 0 && periods.Read(next) is { } more)
        {
            if (period.IsYearless && !more.IsYearless)
                period = periods.Read(at + preposition, DateOnly.FromDateTime(more.From.DateTime)) ?? period;
            if (period.Until is null || more.Until is null)
                draft.IsUnread = true;
            // "2018 or 2020": what lies between them is left out.
            else if (more.From > period.Until || period.From > more.Until)
                draft.Except.Add(more.From > period.Until ? new FileQuery { From = period.Until, Until = more.From } : new FileQuery { From = more.Until, Until = period.From });
            period = period with
            {
                From = more.From < period.From ? more.From : period.From,
                Until = more.Until > period.Until ? more.Until : period.Until,
            };
            length = next + more.Length - at;
        }

        Narrow(draft, at + preposition, period);
        return length;
    }

    private int Listed(int at)
    {
        var next = tokens.Next(at);
        return next >= 0 && tokens[next] is "in" or "from" or "during" or "on" ? next + 1 : next;
    }

    // "from 2019 in May": May of 2019; both must hold.
    private void Narrow(Draft draft, int at, Period period)
    {
        if (period.IsYearless && draft.Until is { } end && periods.Read(at, DateOnly.FromDateTime(end.AddDays(-1).DateTime)) is { } within)
            period = period with { From = within.From, Until = within.Until };
        draft.From = draft.From > period.From ? draft.From : period.From;
        draft.Until = draft.Until < period.Until ? draft.Until : period.Until ?? draft.Until;
        draft.IsUnread |= draft.From >= draft.Until;
    }
}
