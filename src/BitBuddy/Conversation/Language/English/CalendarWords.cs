namespace BitBuddy.Conversation;

/// <summary>Months, weekdays and units of time.</summary>
internal static class CalendarWords
{
    public static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static readonly Dictionary<string, char> Units = new()
    {
        ["minute"] = 'i', ["minutes"] = 'i', ["hour"] = 'h', ["hours"] = 'h', ["day"] = 'd', ["days"] = 'd', ["week"] = 'w', ["weeks"] = 'w',
        ["month"] = 'm', ["months"] = 'm', ["year"] = 'y', ["years"] = 'y',
    };

    /// <summary>1 to 12, also for "jan" or "sept"; 0 when it is none.</summary>
    public static int Month(string word) =>
        word.Length < 3 ? 0 : word == "sept" ? 9 : Array.FindIndex(Months, month => word == month || word == month[..3]) + 1;

    /// <summary>Also "tue" or "thurs"; "sat" and "sun" are other words.</summary>
    public static DayOfWeek? Weekday(string word) => word switch
    {
        "mon" => DayOfWeek.Monday,
        "tue" or "tues" => DayOfWeek.Tuesday,
        "wed" => DayOfWeek.Wednesday,
        "thu" or "thur" or "thurs" => DayOfWeek.Thursday,
        "fri" => DayOfWeek.Friday,
        _ => Array.IndexOf(Weekdays, word) is var day and >= 0 ? (DayOfWeek)day : null,
    };

    /// <summary>'i' (minutes), 'h', 'd', 'w', 'm' or 'y'; '\0' when it is no unit.</summary>
    public static char Unit(string word) => Units.GetValueOrDefault(word);

    /// <summary>Times that no rule holds to a day: whose spring, how long a decade ago.</summary>
    public static readonly HashSet<string> Vague =
    [
        "spring", "summer", "autumn", "fall", "winter", "morning", "afternoon", "evening", "night", "noon", "midnight", "weekend", "weekends", "season",
        "semester", "term", "quarter", "decade", "decades", "q1", "q2", "q3", "q4", "early", "late", "mid", "beginning", "middle", "end", "century", "time", "while", "now",
    ];

    /// <summary>"2020 and later", "from May on".</summary>
    public static readonly PhraseBook Onward = new("on", "onward", "onwards", "and later", "or later", "and after", "and newer", "or newer", "and up", "to today", "to now", "to the present", "until now", "till now", "until today", "till today", "up to now", "up to today");

    /// <summary>"2019 or earlier".</summary>
    public static readonly PhraseBook Earlier = new("or earlier", "and earlier", "or before", "and before", "or older", "and older");

    /// <summary>Behind "last" or "next" a time that no file's date can be held to.</summary>
    public static readonly HashSet<string> Spans =
        ["spring", "summer", "autumn", "fall", "winter", "season", "semester", "term", "quarter", "decade", "century", "fortnight", "christmas", "easter"];

    /// <summary>Said of pictures: when they were taken, not when their files were changed.</summary>
    public static readonly HashSet<string> Taking = ["taken", "shot", "photographed", "captured", "snapped", "took", "filmed"];

    /// <summary>They bound a time, so that what follows is no name.</summary>
    public static readonly HashSet<string> Bounding = ["since", "after", "before", "until", "till", "between", "older", "newer", "earlier", "later", "than", "to", "through", "onwards", "prior"];

    /// <summary>A time behind one of these is counted from today, and no name.</summary>
    public static readonly HashSet<string> Pointing = ["last", "this", "next", "past", "previous", "coming", "every", "each", "early", "late", "mid"];

    /// <summary>Before a time they say nothing new.</summary>
    public static readonly HashSet<string> Loosely = ["earlier", "dated", "back", "sometime", "some", "time", "somewhere", "originally", "already", "once", "way"];

    /// <summary>The hours of the local day; (0, 0) when it is no part of one.</summary>
    public static (int Begin, int End) Hours(string word) => word switch
    {
        "morning" => (5, 12),
        "afternoon" => (12, 18),
        "evening" => (18, 24),
        "night" => (18, 30),
        _ => (0, 0),
    };

    /// <summary>"early", "the end of", "first half of": from the how manieth to the how manieth twelfth of a year or month; length 0 when none is said.</summary>
    public static (int First, int Last, int Length) Part(Tokens tokens, int at)
    {
        var of = tokens[at + 1] == "of" ? 2 : 1;
        return tokens[at] switch
        {
            "early" or "mid" or "late" => tokens[at] == "early" ? (0, 4, of) : tokens[at] == "mid" ? (4, 8, of) : (8, 12, of),
            "beginning" or "start" when of == 2 => (0, 4, of),
            "middle" when of == 2 => (4, 8, of),
            "end" when of == 2 => (8, 12, of),
            "first" or "1st" when tokens[at + 1] == "half" && tokens[at + 2] == "of" => (0, 6, 3),
            "second" or "2nd" or "last" when tokens[at + 1] == "half" && tokens[at + 2] == "of" => (6, 12, 3),
            _ when IsWeekPart(tokens, at) is not null => (0, 12, 3),
            _ => (0, 0, 0),
        };
    }

    /// <summary>"first week of" 0, "second week of" 1, ..., "last week of" -1; null when none is said.</summary>
    public static int? IsWeekPart(Tokens tokens, int at) =>
        tokens[at + 1] != "week" || tokens[at + 2] != "of" ? null : tokens[at] == "last" ? -1 : OrderWords.Ordinal(tokens[at]) is var number and >= 1 and <= 4 ? number - 1 : null;

    /// <summary>"nineties" 1990; 0 when it is none.</summary>
    public static int Decade(string word) => word switch { "seventies" => 1970, "eighties" => 1980, "nineties" => 1990, _ => 0 };

    /// <summary>The first month of a season; 0 when it is none.</summary>
    public static int Season(string word) => word switch { "spring" => 3, "summer" => 6, "autumn" or "fall" => 9, "winter" => 12, _ => 0 };

    /// <summary>The days of a feast that stands in every calendar; length 0 when it is none.</summary>
    public static (int Month, int Day, int Days, int Length) Feast(Tokens tokens, int at) => tokens[at] switch
    {
        "christmas" when tokens[at + 1] == "eve" => (12, 24, 1, 2),
        "christmas" when tokens[at + 1] == "day" => (12, 25, 1, 2),
        "christmas" or "xmas" => (12, 24, 3, 1),
        "new" when tokens[at + 1] is "year" or "years" && tokens[at + 2] == "eve" => (12, 31, 1, 3),
        "new" when tokens[at + 1] is "year" or "years" && tokens[at + 2] == "day" => (1, 1, 1, 3),
        "new" when tokens[at + 1] is "year" or "years" => (1, 1, 1, 2),
        "halloween" => (10, 31, 1, 1),
        "valentine" or "valentines" when tokens[at + 1] == "day" => (2, 14, 1, 2),
        _ => default,
    };

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
