using System.Globalization;

namespace BitBuddy.Conversation;

/// <summary>Facts older than ten minutes say so.</summary>
public static class AsOf
{
    private static readonly TimeSpan Old = TimeSpan.FromMinutes(10);

    /// <summary>"14:05 today", "14:05 on 12 March"; null while the facts are fresh or not about files.</summary>
    public static string? Of(Facts facts, TimeProvider clock)
    {
        if (facts.Count is null || clock.GetUtcNow() - facts.AsOf <= Old)
            return null;
        var time = TimeZoneInfo.ConvertTime(facts.AsOf, clock.LocalTimeZone).ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{time} {On(facts.AsOf, clock)}";
    }

    /// <summary>"today", "on 12 March".</summary>
    public static string On(DateTimeOffset moment, TimeProvider clock)
    {
        var day = Said.Day(moment, clock);
        return char.IsAsciiDigit(day[0]) ? "on " + day : day;
    }
}
