namespace BitBuddy.Conversation;

/// <summary>Months, weekdays and units of time.</summary>
internal static class CalendarWords
{
    public static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static readonly Dictionary<string, char> Units = new()
    {
        ["hour"] = 'h', ["hours"] = 'h', ["day"] = 'd', ["days"] = 'd', ["week"] = 'w', ["weeks"] = 'w',
        ["month"] = 'm', ["months"] = 'm', ["year"] = 'y', ["years"] = 'y',
    };

    /// <summary>1 to 12, also for "jan" or "sept"; 0 when it is none.</summary>
    public static int Month(string word) =>
        word.Length < 3 ? 0 : word == "sept" ? 9 : Array.FindIndex(Months, month => word == month || word == month[..3]) + 1;

    public static DayOfWeek? Weekday(string word) =>
        Array.IndexOf(Weekdays, word) is var day and >= 0 ? (DayOfWeek)day : null;

    /// <summary>'h', 'd', 'w', 'm' or 'y'; '\0' when it is no unit.</summary>
    public static char Unit(string word) => Units.GetValueOrDefault(word);

    /// <summary>Times that no rule holds to a day: whose spring, how long a decade ago.</summary>
    public static readonly HashSet<string> Vague =
    [
        "spring", "summer", "autumn", "fall", "winter", "morning", "afternoon", "evening", "night", "noon", "midnight", "weekend", "weekends", "season",
        "semester", "term", "quarter", "decade", "decades", "q1", "q2", "q3", "q4", "early", "late", "mid", "beginning", "middle", "end", "century", "time", "while", "now",
    ];

    /// <summary>Behind "last" or "next" a time that no file's date can be held to.</summary>
    public static readonly HashSet<string> Spans =
        ["spring", "summer", "autumn", "fall", "winter", "season", "semester", "term", "quarter", "decade", "century", "fortnight", "christmas", "easter"];

    /// <summary>1 to 31, also "3rd"; 0 when it is none.</summary>
    public static int Day(string word)
    {
        var digits = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        return digits.Length <= 2 && int.TryParse(digits, System.Globalization.NumberStyles.None, null, out var day) && day is >= 1 and <= 31 ? day : 0;
    }

    /// <summary>1970 to 2099; 0 when it is none.</summary>
    public static int Year(string word) =>
        word.Length == 4 && int.TryParse(word, System.Globalization.NumberStyles.None, null, out var year) && year is >= 1970 and <= 2099 ? year : 0;
}
