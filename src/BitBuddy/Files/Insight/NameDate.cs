using System.Globalization;

namespace BitBuddy.Files;

/// <summary>
/// Dates as they stand in names: 2024-03-01, 20240301, 01.03.2024, 1 March 2024, Mar 1 2024, each also with a time of day behind it. A
/// month without a day, or a year alone, is no version: statements and minutes have those.
/// </summary>
internal static class NameDate
{
    /// <summary>The date that all of these words make together, as yyyymmdd; null where they make none.</summary>
    public static int? Read(ReadOnlySpan<string> words) => words switch
    {
        [var all] => Digits(all, 8) is { } whole ? Valid(whole / 10_000, whole / 100 % 100, whole % 100) : null,
        [var all, var time] when all.Length == 8 && IsTime(time) => Read([all]),
        [var first, var second, var third] => Three(first, second, third),
        [var first, var second, var third, var time] when IsTime(time) => Three(first, second, third),
        [var first, var second, var third, "t" or "at" or "um", var time] when IsTime(time) => Three(first, second, third),
        _ => null,
    };

    private static int? Three(string first, string second, string third)
    {
        if (Digits(first, 4) is { } year && Day(third) is { } day)
            return (Digits(second, 2) ?? Month(second)) is { } month ? Valid(year, month, day) : null;
        if (Digits(third, 4) is not { } last)
            return null;
        if (Month(second) is { } named && Day(first) is { } of)
            return Valid(last, named, of);
        if (Month(first) is { } american && Day(second) is { } on)
            return Valid(last, american, on);
        // 01.03.2024; where the middle can be no month, 03.13.2024 is the American way.
        return Digits(first, 2) is { } a && Digits(second, 2) is { } b ? Valid(last, b, a) ?? Valid(last, a, b) : null;
    }

    private static int? Valid(int year, int month, int day) =>
        year is >= 1970 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (year * 10_000) + (month * 100) + day : null;

    private static int? Day(string text) => text.Length is 1 or 2 ? Digits(text, text.Length) : null;

    private static int? Month(string word) => Array.FindIndex(VersionLexicon.Months, names => names.Contains(word)) is >= 0 and var at ? at + 1 : null;

    private static bool IsTime(string text) => text.Length is 4 or 6 && Digits(text, text.Length) is { } time && time / (text.Length == 4 ? 100 : 10_000) < 24;

    private static int? Digits(string text, int length) =>
        text.Length == length && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
