namespace BrainSchool.Lessons;

/// <summary>It is always noon on a day in June, in UTC.</summary>
internal sealed class FixedClock : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(2026, 6, 17, 12, 0, 0, TimeSpan.Zero);
}
