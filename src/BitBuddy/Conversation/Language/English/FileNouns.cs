namespace BitBuddy.Conversation;

/// <summary>What files of several endings are called: "Word document", "Python file".</summary>
internal static class FileNouns
{
    private static readonly Dictionary<string, string> Named = new()
    {
        ["doc docx"] = "Word document", ["xls xlsx"] = "Excel sheet", ["ppt pptx"] = "PowerPoint presentation", ["epub mobi azw3"] = "ebook", ["ttf otf woff woff2"] = "font", ["srt sub ass vtt"] = "subtitle file",
        ["cr2 cr3 nef arw dng orf rw2 raf pef srw raw"] = "raw photo", ["svg ai eps"] = "vector graphic", ["m3u m3u8 pls"] = "playlist", ["iso dmg"] = "disk image", ["eml msg"] = "email",
        ["ini cfg conf toml yaml yml"] = "configuration file", ["doc docx xls xlsx ppt pptx odt ods odp"] = "office document", ["odt ods odp"] = "open office document", ["deb rpm"] = "Linux package",
        ["exe msi"] = "Windows program", ["db sqlite sqlite3"] = "SQLite database", ["css scss sass less"] = "stylesheet", ["jpg jpeg"] = "JPEG picture", ["tif tiff"] = "TIFF picture", ["html htm"] = "web page", ["html htm xhtml"] = "web page", ["yaml yml"] = "YAML file",
        ["js mjs cjs jsx"] = "JavaScript file", ["ts tsx mts"] = "TypeScript file", ["sh bash zsh fish"] = "shell script", ["sh bash"] = "Bash script", ["ps1 psm1"] = "PowerShell script", ["bat cmd"] = "batch file",
        ["cpp cc cxx hpp hh"] = "C++ file", ["c h"] = "C file", ["cs csx"] = "C# file", ["fs fsx"] = "F# file", ["py pyw pyi"] = "Python file", ["kt kts"] = "Kotlin file", ["pl pm"] = "Perl file", ["ex exs"] = "Elixir file", ["asm s"] = "assembly file",
    };

    /// <summary>One and many of them; null where these endings have no name together.</summary>
    public static (string One, string Many)? Of(IReadOnlyList<string> extensions) =>
        Named.TryGetValue(string.Join(' ', extensions), out var name) ? (name, name + "s") : null;
}
