namespace BitBuddy.Conversation;

/// <summary>The user's calendar: local days as moments, also where a clock change cuts or doubles an hour.</summary>
internal sealed class LocalCalendar(TimeProvider clock)
{
    private readonly DateTime now = clock.GetLocalNow().DateTime;

    public DateOnly Today => DateOnly.FromDateTime(now);

    /// <summary>The first moment of a local day.</summary>
    public DateTimeOffset Start(DateOnly day) => Moment(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>An hour of a local day; 24 and more are of the next.</summary>
    public DateTimeOffset Start(DateOnly day, int hour) => Moment(day.ToDateTime(TimeOnly.MinValue).AddHours(hour));

    /// <summary>So many units before now, by the wall clock.</summary>
    public DateTimeOffset Ago(int number, char unit)
    {
        if (unit == 'i')
            return clock.GetLocalNow().AddMinutes(-Math.Min(number, 1_000_000));
        if (unit == 'h')
            return clock.GetLocalNow().AddHours(-Math.Min(number, 1_000_000));
        return Moment(Back(now, number, unit));
    }

    /// <summary>The local day of a moment.</summary>
    public DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone).DateTime);

    /// <summary>So many units before a day; after it where the number is negative.</summary>
    public static DateOnly Back(DateOnly day, string unit, int number = 1) => CalendarWords.Unit(unit) switch
    {
        'w' => day.AddDays(-7 * number),
        'm' => day.AddMonths(-number),
        'y' => day.AddYears(-number),
        _ => day.AddDays(-number),
    };

    /// <summary>The day so many units before today.</summary>
    public DateOnly DayAgo(int number, char unit) => DateOnly.FromDateTime(Back(now, number, unit));

    private static DateTime Back(DateTime from, int number, char unit)
    {
        // A hundred years back is before any file; more would leave the calendar.
        var (days, months) = unit switch
        {
            'w' => (Math.Min(number, 5_200) * 7, 0),
            'm' => (0, Math.Min(number, 1_200)),
            'y' => (0, Math.Min(number, 100) * 12),
            _ => (Math.Min(number, 36_500), 0),
        };
        return from.AddDays(-days).AddMonths(-months);
    }

    private DateTimeOffset Moment(DateTime wall)
    {
        var zone = clock.LocalTimeZone;
        wall = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(wall))
            wall = wall.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }
}
