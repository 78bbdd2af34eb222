using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Times: "from 2019", "since March", "between 2018 and 2020", "older than 3 months", "yesterday".</summary>
/// <param name="by">A month without a year is its last one that began by this day.</param>
internal sealed class TimeRule(Tokens tokens, LocalCalendar calendar, DateOnly? by = null)
{
    private readonly PeriodReader periods = new(tokens, calendar) { By = by ?? calendar.Today };

    public void Read(Draft draft)
    {
        var (ranges, ages) = (new TimeRangeReader(tokens, calendar, periods), new AgeReader(tokens, calendar, periods));
        draft.Taken = Enumerable.Range(0, tokens.Count).Any(at => CalendarWords.Taking.Contains(tokens[at]) || (tokens[at] == "take" && (at == 0 || tokens.Word(at - 1) == "i")));
        for (var at = 0; at < tokens.Count; at++)
        {
            if (tokens.IsUsed(at))
                continue;
            var used = ranges.Read(at, draft);
            if (used == 0)
                used = ages.Read(at, draft);
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

        draft.IsForTime |= tokens[at] == "for";
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
