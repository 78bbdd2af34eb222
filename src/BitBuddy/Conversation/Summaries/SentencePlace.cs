using System.Globalization;

namespace BitBuddy.Conversation;

/// <summary>Where a sentence stands, in words: "page 3", "slide 2", "line 14".</summary>
public static class SentencePlace
{
    /// <param name="name">The file's, whose ending says what its pages are.</param>
    /// <returns>Null where nothing is known of it.</returns>
    public static string? Of(FactSentence sentence, string name)
    {
        var page = sentence.Page is { } number ? $"{PageOf(name)} {number.ToString(CultureInfo.InvariantCulture)}" : null;
        var line = sentence.Line is { } at ? $"line {at.ToString(CultureInfo.InvariantCulture)}" : null;
        return page is null || line is null ? page ?? line : $"{page}, {line}";
    }

    /// <summary>From where to where, to begin a line with: "Pages 2 to 5", "Lines 1 to 80".</summary>
    /// <returns>Null where nothing is known of it.</returns>
    public static string? Span(FactSentence first, FactSentence last, string name) => (first, last) switch
    {
        ({ Page: { } from }, { Page: { } to }) => Span(PageOf(name), from, to),
        ({ Line: { } from }, { Line: { } to }) => Span("line", from, to),
        _ => null,
    };

    private static string Span(string what, int from, int to) => string.Create(
        CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(what[0])}{what[1..]}{(from == to ? $" {from}" : $"s {from} to {to}")}");

    private static string PageOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".pptx" or ".pptm" or ".ppsx" or ".odp" => "slide",
        ".xlsx" or ".xlsm" or ".ods" => "sheet",
        ".epub" => "chapter",
        _ => "page",
    };
}
