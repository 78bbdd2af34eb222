namespace BitBuddy.Files;

/// <summary>
/// A file's name taken apart into what it is called and which version it says it is: "Report FINAL v2 (1).docx" is called "report" and ends in
/// "docx". Marks are read from the end, dates and "copy of" from the beginning too; what would leave no name stays part of it.
/// </summary>
/// <param name="Key">The words of the name without marks, folded.</param>
/// <param name="Ending">Lower case without the dot; formats that one program saves alike are one ("docx" is "doc").</param>
internal sealed record VersionName(string Key, string Ending, VersionMark Mark)
{
    private static readonly string[] BackupEndings = ["bak", "old", "orig", "backup", "save"];

    /// <summary>Any name has an answer.</summary>
    public static VersionName Read(ReadOnlySpan<byte> name)
    {
        var text = NameFold.Fold(name);
        var isBackup = false;
        var stem = Stem(text, out var ending);
        if (ending.EndsWith('~') || BackupEndings.Contains(ending))
        {
            isBackup = true;
            (var inner, ending) = ending.EndsWith('~') ? (stem, ending.TrimEnd('~')) : (Stem(stem, out var before), before);
            stem = inner;
        }

        var words = VersionWords.Of(stem);
        var mark = new VersionMarks(words).Read();
        return new(words.Key, Family(ending), isBackup ? mark with { Word = -2, IsWeak = false } : mark);
    }

    private static string Stem(string text, out string ending)
    {
        var dot = text.LastIndexOf('.');
        ending = dot > 0 && dot >= text.Length - 12 && text.AsSpan(dot + 1).IndexOfAny(' ', ')') < 0 && text.AsSpan(dot + 1).ContainsAnyExceptInRange('0', '9') ? text[(dot + 1)..] : "";
        return ending.Length > 0 || (dot > 0 && dot == text.Length - 1) ? text[..dot] : text;
    }

    private static string Family(string ending) => ending switch
    {
        "docx" => "doc",
        "xlsx" => "xls",
        "pptx" => "ppt",
        "jpeg" => "jpg",
        "htm" => "html",
        _ => ending,
    };
}
