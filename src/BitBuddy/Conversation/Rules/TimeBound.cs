using System.Globalization;

namespace BitBuddy.Conversation;

/// <summary>The bounds of a time as people say them.</summary>
internal sealed class TimeBound(TimeProvider clock)
{
    private readonly DateTime now = clock.GetLocalNow().DateTime;

    private DateOnly Today => DateOnly.FromDateTime(now);

    /// <summary>" from 2024", " from last week", " between 1 and 5 May", " since 3 March", " older than 5 years"; "" without bounds.</summary>
    public string Say(DateTimeOffset? from, DateTimeOffset? until) => (from, until) switch
    {
        (null, null) => "",
        ({ } first, null) => Since(Local(first)),
        (null, { } end) => Before(Local(end)),
        ({ } first, { } end) => Within(DateOnly.FromDateTime(Local(first)), LastDay(Local(end))),
    };

    private string Since(DateTime from)
    {
        if (from == Today.ToDateTime(TimeOnly.MinValue))
            return " from today";
        if (from.TimeOfDay == TimeSpan.Zero)
            return " since " + StartOf(DateOnly.FromDateTime(from));
        var hours = (long)Math.Round((now - from).TotalHours);
        return hours switch
        {
            < 1 => " since " + Said.Day(new DateTimeOffset(from), clock),
            1 => " from the last hour",
            < 48 => $" from the last {hours} hours",
            < 60 * 24 => $" from the last {(hours + 12) / 24} days",
            _ => " since " + Day(DateOnly.FromDateTime(from)),
        };
    }

    private string Before(DateTime until)
    {
        var day = DateOnly.FromDateTime(until);
        if (until.TimeOfDay == TimeSpan.Zero)
            return " from before " + StartOf(day);
        var years = Today.Year - day.Year;
        return years > 0 && day == Today.AddYears(-years) ? $" older than {Said.Count(years, "year", "years")}" : " from before " + Day(day);
    }

    private string Within(DateOnly first, DateOnly last)
    {
        var monday = Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));
        if (first >= last)
            return " from " + Day(first);
        if (last == first.AddDays(6) && (first == monday || first == monday.AddDays(-7)))
            return first == monday ? " from this week" : " from last week";
        if (last == first.AddDays(1) && (first == monday.AddDays(5) || first == monday.AddDays(-2)))
            return first == monday.AddDays(5) ? " from this weekend" : " from last weekend";
        if (first.Day > 1 || last.AddDays(1).Day > 1)
            return $" between {StartOf(first, last)} and {Date(last)}";
        if (first.Month == 1 && last.Month == 12)
            return first.Year == last.Year ? $" from {first.Year}" : $" from {first.Year} to {last.Year}";
        if ((first.Year, first.Month) == (last.Year, last.Month))
            return " from " + MonthOf(first);
        return $" from {(first.Year == last.Year ? Month(first, "MMMM") : MonthOf(first))} to {MonthOf(last)}";
    }

    // The year or month that begins there, else the day.
    private string StartOf(DateOnly day) => day switch
    {
        { Month: 1, Day: 1 } => Number(day.Year),
        { Day: 1 } => MonthOf(day),
        _ => Day(day),
    };

    private string MonthOf(DateOnly day) => Month(day, day.Year == Today.Year ? "MMMM" : "MMMM yyyy");

    private string Day(DateOnly day) => (Today.DayNumber - day.DayNumber) switch
    {
        0 => "today",
        1 => "yesterday",
        _ => Date(day),
    };

    private string Date(DateOnly day) => Month(day, day.Year == Today.Year ? "d MMMM" : "d MMMM yyyy");

    // "1 and 5 May", "28 April and 5 May"
    private string StartOf(DateOnly first, DateOnly last) =>
        first.Year != last.Year ? Date(first) : first.Month != last.Month ? Month(first, "d MMMM") : Number(first.Day);

    private DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone).DateTime;

    private static DateOnly LastDay(DateTime end) => DateOnly.FromDateTime(end > DateTime.MinValue ? end.AddTicks(-1) : end);

    private static string Month(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
