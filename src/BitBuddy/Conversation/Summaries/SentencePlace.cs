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

    private static string PageOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".pptx" or ".pptm" or ".ppsx" or ".odp" => "slide",
        ".xlsx" or ".xlsm" or ".ods" => "sheet",
        ".epub" => "chapter",
        _ => "page",
    };
}
