namespace BitBuddy.Conversation;

/// <summary>Dates and relative days: "12 March 2024", "March", "2024-03-12", "yesterday", "last week", "12:30".</summary>
internal sealed class DateClaims(FactSheet sheet)
{
    public Claim? Read(Pieces pieces, Sentence sentence)
    {
        if (pieces[0].Kind != PieceKind.Word)
            return null;
        // "yesterday you opened it"
        if (sentence.SpeaksOfDate && sheet.IsOfChanges && sentence.IsUse(pieces[0].Lower))
            return Claim.Refused(pieces[0].End);
        var claim = Relative(pieces) ?? Numeric(pieces[0], sentence) ?? Calendar(pieces, sentence);
        // "last read on 5 March": the dates known are those of changes.
        if (claim is not null && sentence.SpeaksOfUse && sheet.IsOfChanges)
            return Claim.Refused(claim.End);
        // Small talk may speak of the day; facts about files may not invent one.
        return claim is { Rows.Count: 0 } && !sheet.IsAboutFiles && pieces[0].Lower is "today" or "tonight" or "this" ? Claim.Free(claim!.End) : claim;
    }

    private Claim? Relative(Pieces pieces)
    {
        var today = sheet.Calendar.Today;
        switch (pieces[0].Lower)
        {
            case "today" or "tonight":
                return sheet.Days(today, today.AddDays(1), pieces[0].End);
            case "yesterday":
                return sheet.Days(today.AddDays(-1), today, pieces[0].End);
            case "day" when pieces.NextWord(0) is >= 0 and var before && pieces[before].Lower == "before" && pieces.NextWord(before) is >= 0 and var day && pieces[day].Lower == "yesterday":
                return sheet.Days(today.AddDays(-2), today.AddDays(-1), pieces[day].End);
            // What is to come is no fact of a file.
            case "tomorrow" or "ago":
                return Claim.Refused(pieces[0].End);
            case "a" or "an" or "some" or "few" or "several" or "many":
                return Ago(pieces);
            case not ("last" or "this" or "past" or "previous" or "next" or "coming"):
                return null;
        }

        var next = pieces.NextWord(0);
        if (next < 0)
            return null;
        var isUnit = CalendarWords.Unit(pieces[next].Lower) != '\0' || pieces[next].Lower is "weekend";
        if (CalendarWords.Spans.Contains(pieces[next].Lower) || (isUnit && pieces[0].Lower is "next" or "coming"))
            return Claim.Refused(pieces[next].End);
        var back = pieces[0].Lower == "this" ? 0 : 1;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - (7 * back));
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-back);
        var (from, until) = pieces[next].Lower switch
        {
            "week" => (monday, monday.AddDays(7)),
            "weekend" => (monday.AddDays(5), monday.AddDays(7)),
            "month" => (month, month.AddMonths(1)),
            "year" => (new DateOnly(today.Year - back, 1, 1), new DateOnly(today.Year - back + 1, 1, 1)),
            "morning" or "afternoon" or "evening" => (today, today.AddDays(1)),
            "night" => (today.AddDays(-back), today.AddDays(1)),
            _ => default,
        };
        return until == default ? null : sheet.Days(from, until, pieces[next].End);
    }

    // "a week ago" is a day; "a few days ago" could be many.
    private Claim? Ago(Pieces pieces)
    {
        var at = pieces.NextWord(0);
        var isOne = pieces[0].Lower is "a" or "an";
        for (; at >= 0 && pieces[at].Lower is "few" or "couple" or "of" or "more"; at = pieces.NextWord(at))
            isOne = false;
        if (at < 0 || CalendarWords.Unit(pieces[at].Lower) == '\0')
            return null;
        var ago = pieces.NextWord(at);
        if (ago < 0 || pieces[ago].Lower is not ("ago" or "old" or "earlier"))
            return null;
        return isOne && CalendarWords.Unit(pieces[at].Lower) is not 'h' and var unit ? sheet.Ago(1, unit, pieces[ago].End) : Claim.Refused(pieces[ago].End);
    }

    private Claim? Numeric(Piece word, Sentence sentence)
    {
        if (DateOnly.TryParseExact(word.Text, "yyyy-MM-dd", out var day))
            return sheet.Date(day.Year, day.Month, day.Day, null, IsAsOf(sentence), word.End);
        if (DateOnly.TryParseExact(word.Text, "yyyy-MM", out var month))
            return sheet.Date(month.Year, month.Month, null, null, isAsOf: false, word.End);
        return TimeOnly.TryParseExact(word.Text, ["HH:mm", "H:mm"], out var time) ? sheet.Clock(time, word.End) : null;
    }

    // [weekday] [day [of]] month [day] [year]
    private Claim? Calendar(Pieces pieces, Sentence sentence)
    {
        var (at, end) = (0, -1);
        var weekday = CalendarWords.Weekday(pieces[0].Lower);
        if (weekday is not null)
            (at, end) = (Following(pieces, 0), 0);
        int? day = null, month = null, year = null;
        if (at >= 0 && CalendarWords.Day(pieces[at].Lower) is > 0 and var before && pieces.NextWord(at) is >= 0 and var after)
        {
            var of = pieces[after].Lower == "of" ? pieces.NextWord(after) : after;
            if (of >= 0 && IsMonth(pieces, of, sentence, hasDay: true))
                (day, at) = (before, of);
        }

        if (at >= 0 && IsMonth(pieces, at, sentence, day is not null))
        {
            (month, end) = (CalendarWords.Month(pieces[at].Lower), at);
            if (day is null && pieces.NextWord(end) is >= 0 and var number && CalendarWords.Day(pieces[number].Lower) is > 0 and var later
                && SizeWords.Unit(pieces.NextLower(number)) == 0 && !NumberClaims.IsFileNoun(pieces.NextLower(number)))
                (day, end) = (later, number);
            if (Following(pieces, end) is >= 0 and var last && CalendarWords.Year(pieces[last].Lower) is > 0 and var said)
                (year, end) = (said, last);
        }

        return end < 0 ? null : sheet.Date(year, month, day, weekday, IsAsOf(sentence), pieces[end].End);
    }

    // The next word, also past a comma: "March 3, 2024".
    private static int Following(Pieces pieces, int at) =>
        pieces[at + 1] is { Kind: PieceKind.Mark, Text: "," } ? pieces.NextWord(at + 1) : pieces.NextWord(at);

    // "may" and "march" are verbs too: in small letters, or before "I", they need a number beside them.
    private static bool IsMonth(Pieces pieces, int at, Sentence sentence, bool hasDay)
    {
        var word = pieces[at];
        if (CalendarWords.Month(word.Lower) == 0)
            return false;
        if (hasDay || word.Lower.Length > 3 && word.Lower != "march")
            return true;
        var next = pieces.NextLower(at);
        if (CalendarWords.Day(next) > 0 || CalendarWords.Year(next) > 0)
            return true;
        return char.IsUpper(word.Text[0]) && !(!sentence.Begun && next is "i" or "you" or "the" or "we" or "this" or "your" or "on" or "all");
    }

    private static bool IsAsOf(Sentence sentence) => sentence.Previous == "of";
}
