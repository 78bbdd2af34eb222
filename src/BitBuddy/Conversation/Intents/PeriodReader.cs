namespace BitBuddy.Conversation;

/// <summary>Reads one period: "2019", "May 2023", "3 March", "last week", "the last 7 days", "yesterday", "2024-03-01".</summary>
internal sealed class PeriodReader(Tokens tokens, LocalCalendar calendar)
{
    private readonly SeasonReader seasons = new(tokens, calendar);

    /// <summary>A month without a year is its last one that began by this day; today unless another time was spoken of.</summary>
    public DateOnly By { get; init; } = calendar.Today;

    /// <summary>The period that starts there; a month without a year is its last one that began by <paramref name="by"/>.</summary>
    public Period? Read(int at, DateOnly? by = null)
    {
        var article = tokens[at] is "the" or "year" or "my" ? 1 : 0;
        var start = at + article;
        var period = PartOf(start, by) ?? seasons.Read(start, by ?? By) ?? (tokens[at] == "the" ? Latest(start) : null) ?? Relative(start) ?? Rolling(start) ?? Ago(start) ?? Iso(start) ?? Written(start)
            ?? MonthOrDay(start, by ?? By) ?? Year(start);
        return period is null ? null : period with { Length = period.Length + article };
    }

    // "early 2020", "the end of May", "first week of March", "second half of last year"
    private Period? PartOf(int at, DateOnly? by)
    {
        var (first, last, length) = CalendarWords.Part(tokens, at);
        if (length == 0 || Read(at + length, by) is not { Until: { } end } whole)
            return null;
        var (from, until) = (DateOnly.FromDateTime(whole.From.DateTime), DateOnly.FromDateTime(end.DateTime));
        var days = until.DayNumber - from.DayNumber;
        // "since the start of the week"
        if (first == 0 && CalendarWords.IsWeekPart(tokens, at) is null && (tokens[at - 1] == "since" || (tokens[at - 1] == "the" && tokens[at - 2] == "since")))
            return whole with { Length = length + whole.Length };
        // Of a year or a month; of a day there are no parts here.
        if (days < 28)
            return null;
        var (start, stop) = days > 300 ? (from.AddMonths(first), from.AddMonths(last)) : (from.AddDays(first * 5 / 2), last == 12 ? until : from.AddDays(last * 5 / 2));
        if (CalendarWords.IsWeekPart(tokens, at) is { } week)
            (start, stop) = week < 0 ? (until.AddDays(-7), until) : (from.AddDays(7 * week), from.AddDays(7 * week + 7));
        return new Period(calendar.Start(start), calendar.Start(stop), length + whole.Length) { IsYearless = whole.IsYearless };
    }

    // "the last week" ends now, "last week" on Sunday.
    private Period? Latest(int at) =>
        tokens[at] is "last" or "past" && tokens[at - 2] is "in" or "within" or "over" or "during" or "since" && tokens[at + 1] is "week" or "month" or "year" && tokens[at + 2] is not "of"
            ? new Period(calendar.Ago(1, CalendarWords.Unit(tokens[at + 1])), null, 2) : null;

    private Period? Relative(int at)
    {
        var today = calendar.Today;
        switch (tokens[at])
        {
            case "today" or "tonight":
                return Days(today, 1, 1);
            case "night" or "evening" when tokens[at + 1] == "before" && tokens[at + 2] == "last" && CalendarWords.Hours("night") is var (begin, end):
                return Hours(today.AddDays(-2), begin, end, 3);
            case "week" or "month" or "year" or "weekend" when tokens[at + 1] == "before" && tokens[at + 2] == "last":
                return BeforeLast(tokens[at]);
            case "weekend" when tokens[at - 1] == "the":
                return Days(Monday(today).AddDays(today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 5 : -2), 2, 1);
            case "week" or "month" or "year" when tokens[at - 1] == "the" && tokens[at - 2] == "of" && tokens[at + 1] != "of":
                return tokens[at] == "week" ? Days(Monday(today), 7, 1) : tokens[at] == "month" ? Months(FirstOf(today), 1, 1) : Months(new DateOnly(today.Year, 1, 1), 12, 1);
            case "day" when tokens[at + 1] == "before" && tokens[at + 2] == "yesterday":
                return Days(today.AddDays(-2), 1, 3);
            case "yesterday" when CalendarWords.Hours(tokens[at + 1]) is var (begin, end) and (not 0, _):
                return Hours(today.AddDays(-1), begin, end, 2);
            case "yesterday":
                return Days(today.AddDays(-1), 1, 1);
            case "last" or "past" or "previous" or "this" or "current":
                break;
            default:
                return null;
        }

        var back = tokens[at] is "this" or "current" ? 0 : 1;
        var next = tokens[at + 1];
        if (CalendarWords.Weekday(next) is { } weekday)
            return Days(today.AddDays(-(((int)today.DayOfWeek - (int)weekday + 6) % 7) - 1), 1, 2);
        if (CalendarWords.Month(next) is var month and > 0)
            return Months(LastMonth(month, back == 1 ? new DateOnly(today.Year, today.Month, 1).AddDays(-1) : today), 1, 2);
        return next switch
        {
            "morning" or "afternoon" or "evening" or "night" when CalendarWords.Hours(next) is var (begin, end) => Hours(today.AddDays(-back), begin, end, 2),
            "fortnight" when back == 1 => new Period(calendar.Ago(2, 'w'), null, 2),
            "couple" or "few" when back == 1 && CalendarWords.Unit(tokens[at + 2] == "of" ? tokens[at + 3] : tokens[at + 2]) is var some and not '\0' =>
                new Period(calendar.Ago(NumberWords.Whole(next), some), null, tokens[at + 2] == "of" ? 4 : 3),
            "week" or "month" or "year" when tokens[at] == "past" => null,
            "week" => Days(Monday(today).AddDays(-7 * back), 7, 2),
            "weekend" => Days(Monday(today).AddDays(5 - (7 * back)), 2, 2),
            "month" => Months(new DateOnly(today.Year, today.Month, 1).AddMonths(-back), 1, 2),
            "year" => Months(new DateOnly(today.Year - back, 1, 1), 12, 2),
            _ => null,
        };
    }

    // "the week before last"
    private Period BeforeLast(string unit) => unit switch
    {
        "month" => Months(FirstOf(calendar.Today).AddMonths(-2), 1, 3),
        "year" => Months(new DateOnly(calendar.Today.Year - 2, 1, 1), 12, 3),
        "weekend" => Days(Monday(calendar.Today).AddDays(-9), 2, 3),
        _ => Days(Monday(calendar.Today).AddDays(-14), 7, 3),
    };

    // "last 7 days", "past two weeks", "past hour"
    private Period? Rolling(int at)
    {
        if (tokens[at] is not ("last" or "past" or "previous"))
            return null;
        if (tokens[at + 1] == "half" && CalendarWords.Unit(tokens[at + 2]) == 'y')
            return new Period(calendar.Ago(6, 'm'), null, 3);
        var number = NumberWords.Whole(tokens[at + 1]);
        var of = number >= 0 && tokens[at + 2] == "of" ? 1 : 0;
        if (number >= 0 && CalendarWords.Unit(tokens[at + 2 + of]) is var unit and not '\0')
            return new Period(calendar.Ago(number, unit), null, 3 + of);
        var one = CalendarWords.Unit(tokens[at + 1]);
        return one is 'h' or 'd' || (one != '\0' && tokens[at] == "past") ? new Period(calendar.Ago(1, one), null, 2) : null;
    }

    // "3 days ago" is that day, "two months ago" that month.
    private Period? Ago(int at)
    {
        if (tokens[at] == "half" && tokens[at + 1] is "a" or "an" && CalendarWords.Unit(tokens[at + 2]) == 'y' && tokens[at + 3] == "ago")
            return Months(FirstOf(calendar.DayAgo(6, 'm')), 1, 4);
        if (tokens[at] is "a" or "an" or "one" or "two" && tokens[at + 1] is "fortnight" or "fortnights" && tokens[at + 2] == "ago")
            return Days(Monday(calendar.DayAgo(tokens[at] == "two" ? 4 : 2, 'w')), 7, 3);
        var (number, length) = Number(at);
        var unit = number < 0 ? '\0' : CalendarWords.Unit(tokens[at + length]);
        if (unit == '\0' || tokens[at + length + 1] != "ago")
            return null;
        // Nobody knows how many a few are.
        if (tokens[at + length - 1] is "few" or "several" || tokens[at + 1] is "few" || tokens[at] == "several")
            return unit is 'h' or 'i' ? new Period(calendar.Ago(6, unit), null, length + 2) : new Period(calendar.Start(calendar.DayAgo(6, unit)), calendar.Start(calendar.DayAgo(2, unit).AddDays(1)), length + 2);
        var day = calendar.DayAgo(number, unit);
        return unit switch
        {
            'w' => Days(Monday(day), 7, length + 2),
            'm' => Months(new DateOnly(day.Year, day.Month, 1), 1, length + 2),
            'y' => Months(new DateOnly(day.Year, 1, 1), 12, length + 2),
            'h' or 'i' => new Period(calendar.Ago(number, unit), null, length + 2),
            _ => Days(day, 1, length + 2),
        };
    }

    /// <summary>"3", "two", "a couple of"; -1 when there is none.</summary>
    public (int Number, int Length) Number(int at)
    {
        var length = tokens[at] is "a" && tokens[at + 1] is "couple" or "few" ? 2 : 1;
        var number = NumberWords.Whole(tokens[at + length - 1]);
        return (number, tokens[at + length] == "of" ? length + 1 : length);
    }

    private Period? Iso(int at)
    {
        var word = tokens[at];
        if (word.Length == 10 && DateOnly.TryParseExact(word, "yyyy-MM-dd", out var day) && CalendarWords.Year(word[..4]) > 0)
            return Days(day, 1, 1);
        if (word.Length == 7 && word[2] is '/' or '.' && int.TryParse(word[..2], System.Globalization.NumberStyles.None, null, out var of) && of is >= 1 and <= 12 && CalendarWords.Year(word[3..]) is var its and > 0)
            return Months(new DateOnly(its, of, 1), 1, 1);
        if (word.Length == 8 && DateOnly.TryParseExact(word, "yyyyMMdd", out var packed) && CalendarWords.Year(word[..4]) > 0)
            return Days(packed, 1, 1) with { StandsAlone = false };
        if (word.Length == 7 && DateOnly.TryParseExact(word.Replace('/', '-') + "-01", "yyyy-MM-dd", out var month) && CalendarWords.Year(word[..4]) > 0)
            return Months(month, 1, 1);
        return word.Length == 9 && word[4] == '-' && CalendarWords.Year(word[..4]) is var first and > 0 && CalendarWords.Year(word[5..]) is var last && last >= first
            ? Months(new DateOnly(first, 1, 1), 12 * (last - first + 1), 1) with { StandsAlone = false }
            : null;
    }

    // "18.11.2026", "11/18/2026", "2026/11/18"; 3/4/2026 may be March or April, so it is none.
    private Period? Written(int at)
    {
        if (tokens[at].Split('.', '/', '-') is not [{ Length: > 0 } first, { Length: > 0 } second, { Length: > 0 } third])
            return null;
        var leading = CalendarWords.Year(first);
        var (year, one, two) = leading > 0
            ? (leading, CalendarWords.Day(third), CalendarWords.Day(second)) : (CalendarWords.Year(third), CalendarWords.Day(first), CalendarWords.Day(second));
        var dayFirst = leading > 0 || tokens[at].Contains('.') || one > 12;
        if (year == 0 || one == 0 || two == 0 || (!dayFirst && two <= 12 && one != two))
            return null;
        var (day, month) = dayFirst ? (one, two) : (two, one);
        return month <= 12 && day <= DateTime.DaysInMonth(year, month) ? Days(new DateOnly(year, month, day), 1, 1) : null;
    }

    // "May", "May 2023", "3 March 2024", "March 3rd, 2024", "the 3rd of March"
    private Period? MonthOrDay(int at, DateOnly by)
    {
        var day = CalendarWords.Day(tokens[at]);
        // "the first of March"
        if (day == 0 && tokens[at + 1] == "of" && CalendarWords.Month(tokens[at + 2]) > 0)
            day = OrderWords.Ordinal(tokens[at]);
        var head = day == 0 ? 0 : tokens[at + 1] == "of" ? 2 : 1;
        var month = CalendarWords.Month(tokens[at + head]);
        if (month == 0)
            return Weekday(at);
        var length = head + 1;
        if (day == 0 && CalendarWords.Day(tokens[at + 1]) is var after and > 0)
            (day, length) = (after, 2);
        var of = tokens[at + length] == "of" ? 1 : 0;
        var year = CalendarWords.Year(tokens[at + length + of]);
        length += year == 0 ? 0 : 1 + of;
        if (day > DateTime.DaysInMonth(year == 0 ? 2024 : year, month))
            return null;
        if (day == 0)
            return Months(year == 0 ? LastMonth(month, by) : new DateOnly(year, month, 1), 1, length) with { StandsAlone = false, IsYearless = year == 0 };
        if (year != 0)
            return Days(new DateOnly(year, month, day), 1, length);
        for (year = by.Year; !(day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) <= by);)
            year--;
        return Days(new DateOnly(year, month, day), 1, length) with { IsYearless = true };
    }

    private Period? Weekday(int at)
    {
        if (CalendarWords.Weekday(tokens[at]) is not { } weekday)
            return null;
        var today = calendar.Today;
        var day = today.AddDays(-(((int)today.DayOfWeek - (int)weekday + 7) % 7));
        return CalendarWords.Hours(tokens[at + 1]) is (not 0, _) and var (begin, end) ? Hours(day, begin, end, 2) with { StandsAlone = false } : Days(day, 1, 1) with { StandsAlone = false };
    }

    private Period? Year(int at) =>
        CalendarWords.Year(tokens[at]) is not (> 0 and var year) ? null
        : CalendarWords.Month(tokens[at + 1]) is var month and > 0 ? Months(new DateOnly(year, month, 1), 1, 2) with { StandsAlone = false }
        : Months(new DateOnly(year, 1, 1), 12, 1) with { StandsAlone = false };

    /// <summary>The month of that year; without one (0) its last that began by <see cref="By"/>.</summary>
    public Period OfMonth(int month, int year) => Months(year > 0 ? new DateOnly(year, month, 1) : LastMonth(month, By), 1, 1);

    private Period Hours(DateOnly day, int begin, int end, int length) => new(calendar.Start(day, begin), calendar.Start(day, end), length);

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private Period Days(DateOnly first, int days, int length) =>
        new(calendar.Start(first), calendar.Start(first.AddDays(days)), length);

    private Period Months(DateOnly first, int months, int length) =>
        new(calendar.Start(first), calendar.Start(first.AddMonths(months)), length);

    private static DateOnly LastMonth(int month, DateOnly by) => new(month <= by.Month ? by.Year : by.Year - 1, month, 1);

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
