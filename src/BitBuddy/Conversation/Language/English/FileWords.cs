using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>The words for files and their kinds.</summary>
internal static class FileWords
{
    /// <summary>"file", "files": any kind.</summary>
    public static readonly Dictionary<string, FileWord> Nouns = new()
    {
        ["file"] = new(Plural: false),
        ["files"] = new(Plural: true),
    };

    /// <summary>Extensions that are words of their own in a question: "pdfs", "a jpg".</summary>
    public static readonly string[] Spoken =
    [
        "pdf", "docx", "odt", "rtf", "txt", "epub", "xls", "xlsx", "ods", "csv", "tsv", "ppt", "pptx", "odp", "jpg", "jpeg", "png", "gif",
        "bmp", "tiff",
        "webp", "heic", "svg", "mp3", "flac", "wav", "ogg", "m4a", "aac", "wma", "mp4", "mkv", "avi", "webm", "m4v", "wmv", "zip", "tgz",
        "7z", "rar", "iso",
        "dmg", "html", "css", "json", "xml", "yaml", "sql", "sqlite", "parquet", "exe", "msi", "deb", "rpm", "apk", "jar", "ipynb",
    ];

    /// <summary>One phrase, one kind; the longest that fits wins.</summary>
    public static readonly Dictionary<string, FileWord> Kinds = Table();

    /// <summary>A noun, a kind or an extension of files.</summary>
    public static bool IsWord(string word) => Nouns.ContainsKey(word) || Kinds.ContainsKey(word) || KnownExtensions.Contains(word);

    /// <summary>After an extension or a kind these only say "files" again.</summary>
    public static bool IsFiller(string word) => word is
        "file" or "files" or "document" or "documents" or "docs" or "image" or "images" or "picture" or "pictures" or "photo" or "photos" or "book" or "books"
        or "archive" or "archives" or "spreadsheet" or "spreadsheets" or "sheet" or "sheets" or "presentation" or "presentations" or "script" or "scripts"
        or "song" or "songs" or "track" or "tracks" or "video" or "videos" or "movie" or "movies" or "doc" or "code" or "notebook" or "notebooks" or "format"
        or "clip" or "clips" or "recording" or "recordings" or "page" or "slide" or "slides" or "program" or "programs" or "notes";

    private static Dictionary<string, FileWord> Table()
    {
        var table = new Dictionary<string, FileWord>();
        OfKind(FileKind.Document, "document|documents|doc|docs|paperwork*");
        OfKind(FileKind.Spreadsheet, "spreadsheet|spreadsheets|sheet|sheets|workbook|workbooks");
        OfKind(FileKind.Presentation, "presentation|presentations|slideshow|slideshows|slides|deck|decks|slide deck|slide decks");
        OfKind(FileKind.Image, "image|images|picture|pictures|photo|photos|pic|pics|photograph|photographs|snapshot|snapshots");
        OfKind(FileKind.Audio, "song|songs|music*|audio*|track|tracks|audio recording|audio recordings|tunes");
        OfKind(FileKind.Video, "video|videos|movie|movies|film|films|clip|clips|video clip|video clips|footage*");
        OfKind(FileKind.Archive, "archive|archives|compressed files|compressed file");
        OfKind(FileKind.Code, "code*|source code*|source file|source files|script|scripts|code file|code files");
        OfKind(FileKind.Data, "data file|data files|dataset|datasets|database|databases|data set|data sets");
        OfKind(FileKind.App, "app|apps|application|applications|program|programs|executable|executables|installer|installers|software*");
        OfExtensions("doc docx", "word document|word documents|word doc|word docs|word file|word files|microsoft word*");
        OfExtensions("xls xlsx", "excel*|excels|excel sheet|excel sheets|excel file|excel files|excel spreadsheet|excel spreadsheets|excel workbook|excel workbooks");
        OfExtensions("ppt pptx", "powerpoint|powerpoints|power point|power points|powerpoint presentation|powerpoint presentations|powerpoint slides");
        OfExtensions("iso dmg", "disk image|disk images|disc image|disc images");
        OfExtensions("log", "log file|log files|logs");
        OfExtensions("py", "python file|python files|python script|python scripts|python code*|python program|python programs");
        OfExtensions("js", "javascript file|javascript files|javascript code*|javascript*");
        OfExtensions("ts", "typescript file|typescript files|typescript code*");
        OfExtensions("cs", "c# file|c# files|c# code*|csharp files");
        OfExtensions("java", "java file|java files|java code*");
        OfExtensions("rs", "rust file|rust files|rust code*");
        OfExtensions("go", "go code*|golang files");
        OfExtensions("cpp cc cxx hpp", "c++ file|c++ files|c++ code*");
        OfExtensions("sh", "shell script|shell scripts|bash script|bash scripts");
        OfExtensions("ipynb", "jupyter notebook|jupyter notebooks");
        OfExtensions("epub", "ebook|ebooks|e-book|e-books");
        OfExtensions("txt", "text file|text files|plain text*");
        OfExtensions("md", "markdown file|markdown files|markdown*|markdown note|markdown notes");
        OfExtensions("tex", "latex file|latex files|latex*");
        OfExtensions("jpg jpeg", "jpg|jpgs|jpeg|jpegs");
        OfExtensions("tif tiff", "tiff|tiffs");
        OfExtensions("html htm", "html|web page|web pages|webpage|webpages");
        OfExtensions("yaml yml", "yaml");
        foreach (var extension in Spoken)
        {
            table.TryAdd(extension, new FileWord(Plural: false) { Extensions = [extension] });
            table.TryAdd(extension + "s", new FileWord(Plural: true) { Extensions = [extension] });
        }

        foreach (var word in (string[])["screenshot", "screenshots", "screen shot", "screen shots"])
            table[word] = new FileWord(word[^1] == 's') { Kind = FileKind.Image, Word = "screenshot" };
        return table;

        void OfKind(FileKind kind, string words) => Add(words, new(false) { Kind = kind });
        void OfExtensions(string extensions, string words) => Add(words, new(false) { Extensions = extensions.Split(' ') });

        // A star marks what cannot be counted, so it never means just one.
        void Add(string words, FileWord meaning)
        {
            foreach (var word in words.Split('|'))
            {
                var name = word.TrimEnd('*');
                table[name] = meaning with { Plural = word[^1] is '*' or 's' };
            }
        }
    }
}
