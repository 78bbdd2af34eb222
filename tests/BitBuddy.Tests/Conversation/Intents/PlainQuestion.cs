using System.Buffers;
using System.Globalization;
using BitBuddy.Conversation;
using BitBuddy.Files;

namespace BitBuddy.Tests.Conversation.Intents;

/// <summary>A query written down as the plainest question for it.</summary>
internal static class PlainQuestion
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"'`\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\\");

    /// <summary>Null where plain words cannot say it: a number of matches, a time within a day, an alternative of several words.</summary>
    public static string? Of(FileQuery query)
    {
        if (query.Take is not null || query.Skip > 0 || query.Taken || query.Either.Any(words => words.Count > 1) || query.Either.Count == 1 || !AreDays(query) || query.Except.Any(except => Exception(except) is null)
            || query.Words.Concat(query.Inside).Concat(query.InsideEither).Concat(query.Begins).Concat(query.Ends).Concat(query.Places).Concat(query.Either.SelectMany(words => words)).Any(word => word.AsSpan().ContainsAny(Quotes) || word.Trim() != word || word.Length == 0))
            return null;
        string[] parts =
        [
            "find", string.Join(" or ", query.Either.Select(words => Quoted(words[0]))), Nouns(query), .. query.Words.Select(Quoted),
            query.Inside.Count == 0 ? "" : "containing " + string.Join(' ', query.Inside.Select(Quoted)),
            AnyOf("containing", query.InsideEither), AnyOf("starting with", query.Begins), AnyOf("ending with", query.Ends),
            query.Places.Count == 0 ? "" : "in " + string.Join(" and ", query.Places.Select(Quoted)),
            query.MinBytes is null ? "" : $"of at least {query.MinBytes} bytes", query.MaxBytes is null ? "" : $"of at most {query.MaxBytes} bytes",
            query.From is { } from ? $"since {Day(from)}" : "", query.Until is { } until ? $"before {Day(until)}" : "",
            query.Order switch
            {
                FileOrder.Largest => "largest first", FileOrder.Smallest => "smallest first", FileOrder.Newest => "newest first", FileOrder.Oldest => "oldest first", FileOrder.Name => "alphabetically", _ => "",
            },
            .. query.Except.Select(except => Exception(except)!),
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string AnyOf(string verb, IReadOnlyList<string> items) => items.Count == 0 ? "" : $"{verb} {string.Join(" or ", items.Select(Quoted))}";

    // Only of the simplest kind.
    private static string? Exception(FileQuery except) => except switch
    {
        { Words: [var word], Kinds.Count: 0, Extensions.Count: 0, Places.Count: 0, AsksTexts: false, Begins.Count: 0, Ends.Count: 0, From: null, Until: null, MinBytes: null, MaxBytes: null } when word.IndexOf('"', StringComparison.Ordinal) < 0 => $"without {Quoted(word)}",
        { Words.Count: 0, Either.Count: 0, Extensions: [{ Length: > 0 } extension], Kinds.Count: 0, Places.Count: 0, AsksTexts: false, Begins.Count: 0, Ends.Count: 0, From: null, Until: null, MinBytes: null, MaxBytes: null } => $"without .{extension}",
        _ => null,
    };

    private static string Nouns(FileQuery query) => string.Join(" and ", [.. query.Kinds.Select(kind => Said.Noun(kind).Many), .. query.Extensions.Select(extension => extension.Length == 0 ? "files without an extension" : "." + extension)]) is { Length: > 0 } nouns ? nouns : "files";

    private static bool AreDays(FileQuery query) => new[] { query.From, query.Until }.OfType<DateTimeOffset>().All(moment => moment.TimeOfDay == TimeSpan.Zero && moment.Year is > 1970 and < 2099);

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(string word) => $"\"{word}\"";
}
