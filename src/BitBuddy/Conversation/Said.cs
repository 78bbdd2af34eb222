using System.Globalization;
using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Numbers, sizes and dates as people say them: one form for the card, the rules voice and the prompt.</summary>
public static class Said
{
    private static readonly string[] Units = ["KB", "MB", "GB", "TB", "PB"];

    /// <summary>A size: "1 byte", "340 KB", "1.2 GB" (1 MB = 1,000,000 bytes).</summary>
    public static string Size(long bytes)
    {
        if (bytes < 1000)
            return bytes == 1 ? "1 byte" : $"{bytes} bytes";
        var value = bytes / 1000.0;
        var unit = 0;
        while (value >= 999.5 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return value < 99.95 ? $"{value:0.#} {Units[unit]}" : $"{value:0} {Units[unit]}";
    }

    /// <summary>A number with thousands marks: "12", "4,317".</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number and its noun: "1 file", "12 files".</summary>
    public static string Count(long number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>A day: "today", "yesterday", "12 March" within this year, else "12 March 2024". Local calendar of <paramref name="clock"/>.</summary>
    public static string Day(DateTimeOffset moment, TimeProvider clock)
    {
        var now = clock.GetLocalNow();
        var local = TimeZoneInfo.ConvertTime(moment, clock.LocalTimeZone);
        return (now.Date - local.Date).Days switch
        {
            0 => "today",
            1 => "yesterday",
            _ => local.ToString(local.Year == now.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The noun of a kind: "document", "pictures".</summary>
    public static (string One, string Many) Noun(FileKind kind) => kind switch
    {
        FileKind.Document => ("document", "documents"),
        FileKind.Spreadsheet => ("spreadsheet", "spreadsheets"),
        FileKind.Presentation => ("presentation", "presentations"),
        FileKind.Image => ("picture", "pictures"),
        FileKind.Audio => ("audio file", "audio files"),
        FileKind.Video => ("video", "videos"),
        FileKind.Archive => ("archive", "archives"),
        FileKind.Code => ("code file", "code files"),
        FileKind.Data => ("data file", "data files"),
        FileKind.App => ("app", "apps"),
        _ => ("file", "files"),
    };
}
