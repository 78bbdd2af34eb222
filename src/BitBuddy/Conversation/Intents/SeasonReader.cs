namespace BitBuddy.Conversation;

/// <summary>Spans of months: "summer 2023", "last winter", "Q1 2024", "the third quarter of 2022", "the 90s", "last Christmas".</summary>
internal sealed class SeasonReader(Tokens tokens, LocalCalendar calendar)
{
    /// <summary>The span that starts there; without a year its last one that began by <paramref name="by"/>.</summary>
    public Period? Read(int at, DateOnly by)
    {
        var back = tokens[at] is "last" or "previous" or "past" ? 1 : tokens[at] is "this" or "current" ? 0 : -1;
        return back >= 0 ? Relative(at + 1, back) : Season(at, by) ?? Quarter(at, by) ?? Decade(at) ?? Ago(at) ?? Feast(at, by, 0);
    }

    private Period? Relative(int at, int back)
    {
        var today = calendar.Today;
        if (tokens[at] == "quarter")
            return Months(new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1).AddMonths(-3 * back), 3, 2);
        if (CalendarWords.Season(tokens[at]) is var month and > 0)
        {
            var begun = Begun(month, today);
            // "last summer" in summer is the one before.
            var runs = begun.AddMonths(3) > today;
            return back == 0 && !runs ? null : Months(back == 1 && runs ? begun.AddYears(-1) : begun, 3, 2);
        }

        return back == 1 && Feast(at, today, 1) is { } feast ? feast with { StandsAlone = true } : null;
    }

    // "two summers ago": the one before last summer
    private Period? Ago(int at)
    {
        var number = NumberWords.Whole(tokens[at]);
        if (number < 1 || tokens[at + 2] != "ago" || CalendarWords.Season(tokens[at + 1].TrimEnd('s')) is not (> 0 and var month))
            return null;
        var begun = Begun(month, calendar.Today);
        return Months(begun.AddYears((begun.AddMonths(3) > calendar.Today ? 0 : 1) - Math.Min(number, 100)), 3, 3);
    }

    // "summer 2023", "summer of 2023", "2023 summer"; "fall" alone is a verb as well.
    private Period? Season(int at, DateOnly by)
    {
        var (yearFirst, start) = CalendarWords.Year(tokens[at]) is var early and > 0 ? (early, at + 1) : (0, at);
        if (CalendarWords.Season(tokens[start]) is not (> 0 and var month))
            return null;
        if (yearFirst > 0)
            return Months(new DateOnly(yearFirst, month, 1), 3, 2) with { StandsAlone = false };
        var (year, length) = YearAt(at + 1);
        return Months(year > 0 ? new DateOnly(year, month, 1) : Begun(month, by), 3, 1 + length) with { StandsAlone = false, IsYearless = year == 0 };
    }

    // "Q1 2024", "2024 Q1", "the first quarter of 2024", "first quarter"
    private Period? Quarter(int at, DateOnly by)
    {
        var word = tokens[at];
        if (word.Length == 7 && word[4] is '-' or '/' && word[5] == 'q' && word[6] is >= '1' and <= '4' && CalendarWords.Year(word[..4]) is var own and > 0)
            return Of(word[6] - '0', own, 1);
        if (CalendarWords.Year(word) is var first and > 0 && Number(tokens[at + 1]) is var later and > 0)
            return Of(later, first, 2);
        // "H1 2025"
        if (word is "h1" or "h2" && CalendarWords.Year(tokens[at + 1]) is var half and > 0)
            return Months(new DateOnly(half, word == "h1" ? 1 : 7, 1), 6, 2);
        var number = Number(word);
        var head = 1;
        if (number == 0 && tokens[at + 1] == "quarter" && OrderWords.Ordinal(word) is >= 1 and <= 4 and var said)
            (number, head) = (said, 2);
        if (number == 0)
            return null;
        var (year, length) = YearAt(at + head);
        if (year > 0)
            return Of(number, year, head + length);
        var begins = new DateOnly(by.Year, (number * 3) - 2, 1);
        return Of(number, begins > by ? by.Year - 1 : by.Year, head) with { IsYearless = true, StandsAlone = head == 2 };

        Period Of(int quarter, int year, int length) => Months(new DateOnly(year, (quarter * 3) - 2, 1), 3, length);
        static int Number(string word) => word is ['q', >= '1' and <= '4'] ? word[1] - '0' : 0;
    }

    // "the 90s", "1990s", "the 2010s"
    private Period? Decade(int at)
    {
        var word = tokens[at].TrimStart('\'');
        if (CalendarWords.Decade(word) is var said and > 0)
            return Months(new DateOnly(said, 1, 1), 120, 1) with { StandsAlone = false };
        if (!word.EndsWith('s') || word.Length is not (3 or 5) || word[^2] != '0' || !word[..^1].All(char.IsAsciiDigit))
            return null;
        var year = word.Length == 5 ? CalendarWords.Year(word[..4]) : word[0] >= '7' ? 1900 + int.Parse(word[..2], System.Globalization.CultureInfo.InvariantCulture) : 0;
        return year == 0 ? null : Months(new DateOnly(year, 1, 1), 120, 1) with { StandsAlone = false };
    }

    private Period? Feast(int at, DateOnly by, int more)
    {
        var (month, day, days, head) = CalendarWords.Feast(tokens, at);
        if (head == 0)
            return null;
        var (year, length) = YearAt(at + head);
        for (var its = year > 0 ? year : by.Year; ; its--)
        {
            var first = new DateOnly(its, month, day);
            if (year > 0 || first <= by)
                return new Period(calendar.Start(first), calendar.Start(first.AddDays(days)), head + length + more, StandsAlone: false) { IsYearless = year == 0 };
        }
    }

    private (int Year, int Length) YearAt(int at)
    {
        var of = tokens[at] is "of" or "in" ? 1 : 0;
        return CalendarWords.Year(tokens[at + of]) is var year and > 0 ? (year, 1 + of)
            : tokens[at + of] is "last" or "this" && tokens[at + of + 1] == "year" ? (calendar.Today.Year - (tokens[at + of] == "last" ? 1 : 0), 2 + of) : (0, 0);
    }

    private static DateOnly Begun(int month, DateOnly by) => new(month <= by.Month ? by.Year : by.Year - 1, month, 1);

    private Period Months(DateOnly first, int months, int length) => new(calendar.Start(first), calendar.Start(first.AddMonths(months)), length);
}
