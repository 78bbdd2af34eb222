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
        "bmp", "tiff", "mov", "mpg", "mpeg", "flv", "tar", "bz2", "psd", "mobi", "ttf", "otf", "appimage", "toml", "nef", "cr2", "dng", "heif", "opus", "azw3",
        "webp", "heic", "svg", "mp3", "flac", "wav", "ogg", "m4a", "aac", "wma", "mp4", "mkv", "avi", "webm", "m4v", "wmv", "zip", "tgz",
        "7z", "rar", "iso",
        "dmg", "html", "css", "json", "xml", "yaml", "sql", "sqlite", "parquet", "exe", "msi", "deb", "rpm", "apk", "jar", "ipynb",
    ];

    /// <summary>Languages of code and the endings of what is written in them.</summary>
    public static readonly (string Language, string Extensions)[] Languages =
    [
        ("python", "py pyw pyi"), ("javascript", "js mjs cjs jsx"), ("js", "js mjs cjs jsx"), ("typescript", "ts tsx mts"), ("java", "java"), ("c#", "cs csx"), ("csharp", "cs csx"), ("c++", "cpp cc cxx hpp hh"), ("cpp", "cpp cc cxx hpp hh"),
        ("c", "c h"), ("rust", "rs"), ("go", "go"), ("golang", "go"), ("ruby", "rb"), ("php", "php"), ("swift", "swift"), ("kotlin", "kt kts"), ("scala", "scala"), ("perl", "pl pm"), ("lua", "lua"), ("r", "r"),
        ("julia", "jl"), ("haskell", "hs"), ("dart", "dart"), ("matlab", "m"), ("fortran", "f90"), ("shell", "sh bash zsh fish"), ("bash", "sh bash"), ("powershell", "ps1 psm1"), ("batch", "bat cmd"), ("sql", "sql"),
        ("html", "html htm xhtml"), ("css", "css scss sass less"), ("vue", "vue"), ("svelte", "svelte"), ("elixir", "ex exs"), ("erlang", "erl"), ("clojure", "clj"), ("f#", "fs fsx"), ("assembly", "asm s"), ("zig", "zig"),
    ];

    /// <summary>They mean a kind, and as often something of that name.</summary>
    public static readonly HashSet<string> Ambiguous = ["application", "program", "track", "sheet", "deck", "clip", "film", "script", "source", "archive", "database", "presentation", "slide", "paper"];

    /// <summary>Languages that are everyday words as well.</summary>
    public static readonly HashSet<string> AlsoNoLanguage = ["go", "swift", "rust", "c", "r", "dart", "shell", "batch", "scala", "julia", "ruby", "perl", "vue", "assembly", "zig", "lua", "bash"];

    private static readonly string[] CodeWords = ["file", "files", "script", "scripts", "code", "program", "programs", "source", "sources", "source file", "source files", "source code", "module", "modules", "stuff", "class", "classes"];

    /// <summary>One phrase, one kind; the longest that fits wins.</summary>
    public static readonly Dictionary<string, FileWord> Kinds = Table();

    /// <summary>A noun, a kind or an extension of files.</summary>
    public static bool IsWord(string word) => Nouns.ContainsKey(word) || Kinds.ContainsKey(word) || KnownExtensions.Contains(word);

    /// <summary>After an extension or a kind these only say "files" again.</summary>
    public static bool IsFiller(string word) => word is
        "file" or "files" or "document" or "documents" or "docs" or "image" or "images" or "picture" or "pictures" or "photo" or "photos" or "book" or "books"
        or "archive" or "archives" or "spreadsheet" or "spreadsheets" or "sheet" or "sheets" or "presentation" or "presentations" or "script" or "scripts"
        or "song" or "songs" or "track" or "tracks" or "video" or "videos" or "movie" or "movies" or "doc" or "code" or "notebook" or "notebooks" or "format"
        or "clip" or "clips" or "recording" or "recordings" or "page" or "pages" or "data" or "slide" or "slides" or "program" or "programs" or "notes";

    private static Dictionary<string, FileWord> Table()
    {
        var table = new Dictionary<string, FileWord>();
        OfKind(FileKind.Document, "document|documents|doc|docs|paperwork*");
        OfKind(FileKind.Spreadsheet, "spreadsheet|spreadsheets|sheet|sheets|workbook|workbooks");
        OfKind(FileKind.Presentation, "presentation|presentations|slideshow|slideshows|slides|deck|decks|slide deck|slide decks");
        OfKind(FileKind.Image, "image|images|picture|pictures|photo|photos|pic|pics|photograph|photographs|snapshot|snapshots");
        OfKind(FileKind.Audio, "song|songs|music*|audio*|track|tracks|audio recording|audio recordings|voice recording|voice recordings|sound recording|sound recordings|sound file|sound files|sounds|tunes");
        OfKind(FileKind.Video, "video|videos|movie|movies|film|films|clip|clips|video clip|video clips|footage*|video recording|video recordings|vids");
        OfKind(FileKind.Archive, "archive|archives|compressed stuff*|compressed files|compressed file|compressed archive|compressed archives|zipped files|zipped file|compressed folder|compressed folders");
        OfKind(FileKind.Code, "code*|source code*|source file|source files|script|scripts|code file|code files|program code*|programming code*|computer code*|programming files|sources");
        OfKind(FileKind.Data, "data file|data files|dataset|datasets|database|databases|data set|data sets");
        foreach (var word in (string[])["media", "media files", "multimedia files", "multimedia"])
            table[word] = new FileWord(Plural: true) { Kind = FileKind.Image, Also = [FileKind.Audio, FileKind.Video] };
        OfKind(FileKind.App, "setup files|setup file|app|apps|application|applications|program|programs|executable|executables|installer|installers|software*");
        OfExtensions("doc docx", "word document|word documents|word doc|word docs|word file|word files|microsoft word*");
        OfExtensions("xls xlsx", "excel*|excels|excel sheet|excel sheets|excel file|excel files|excel spreadsheet|excel spreadsheets|excel workbook|excel workbooks");
        OfExtensions("xls xlsx", "xls");
        OfExtensions("ppt pptx", "ppt|ppts|powerpoint|powerpoints|power point|power points|powerpoint presentation|powerpoint presentations|powerpoint slides");
        OfExtensions("iso dmg", "disk image|disk images|disc image|disc images");
        OfExtensions("log", "log file|log files|logs");
        foreach (var (language, extensions) in Languages)
            OfExtensions(extensions, string.Join('|', CodeWords.Select(word => $"{language} {word}{(word is "code" or "source code" or "stuff" ? "*" : "")}")));
        OfExtensions("js mjs cjs jsx", "javascript*");
        OfExtensions("ipynb", "jupyter notebook|jupyter notebooks|ipython notebook|ipython notebooks|notebook file|notebook files");
        OfExtensions("epub mobi azw3", "ebook|ebooks|e-book|e-books|electronic books|kindle book|kindle books|digital books");
        OfExtensions("ttf otf woff woff2", "font|fonts|font file|font files|typefaces");
        OfExtensions("srt sub ass vtt", "subtitle|subtitles|subtitle file|subtitle files");
        OfExtensions("cr2 cr3 nef arw dng orf rw2 raf pef srw raw", "raw photo|raw photos|raw image|raw images|raw picture|raw pictures|raw file|raw files|camera raw files");
        OfExtensions("svg ai eps", "vector graphic|vector graphics|vector image|vector images|vector drawing|vector drawings|vector file|vector files");
        OfExtensions("psd", "photoshop file|photoshop files|photoshop document|photoshop documents|photoshop*");
        OfExtensions("eml msg", "emails|e-mails|mail file|mail files|saved mails|email messages|email file|email files|saved emails");
        OfExtensions("ics", "calendar file|calendar files|calendar entries|calendar event files");
        OfExtensions("vcf", "contact file|contact files|contact card|contact cards|vcards|vcard");
        OfExtensions("torrent", "torrent|torrents|torrent file|torrent files");
        OfExtensions("m3u m3u8 pls", "playlist|playlists");
        OfExtensions("gif", "animated gif|animated gifs|animations");
        OfExtensions("ini cfg conf toml yaml yml", "config|configs|config file|config files|configuration file|configuration files|settings files");
        OfExtensions("doc docx xls xlsx ppt pptx odt ods odp", "office document|office documents|office file|office files|microsoft office files|microsoft office documents|ms office files|ms office documents");
        OfExtensions("odt ods odp", "libre office file|libre office files|libre office document|libre office documents|open office file|open office files|open office document|open office documents|libreoffice file|libreoffice files|libreoffice document|libreoffice documents|openoffice file|openoffice files|openoffice document|openoffice documents");
        OfExtensions("deb rpm", "linux package|linux packages|package file|package files");
        OfExtensions("apk", "android app|android apps|android package|android packages");
        OfExtensions("exe msi", "windows program|windows programs|windows installer|windows installers|windows executable|windows executables|windows apps");
        OfExtensions("db sqlite sqlite3", "sqlite database|sqlite databases|database file|database files");
        OfExtensions("css scss sass less", "stylesheet|stylesheets|style sheet|style sheets");
        OfExtensions("bak", "bak files|backup files");
        OfExtensions("tmp", "temp file|temp files|temporary file|temporary files|tmp");
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

        foreach (var word in (string[])["screenshot", "screenshots", "screen shot", "screen shots", "screengrabs", "screengrab", "screen grab", "screen grabs", "screencap", "screencaps", "screen capture", "screen captures", "screenies"])
            table[word] = new FileWord(word[^1] == 's') { Kind = FileKind.Image, Word = "screenshot" };
        foreach (var word in (string[])["screen recording", "screen recordings", "screencast", "screencasts"])
            table[word] = new FileWord(word[^1] == 's') { Kind = FileKind.Video, Word = word.StartsWith("screenc", StringComparison.Ordinal) ? "screencast" : "screen" };
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
