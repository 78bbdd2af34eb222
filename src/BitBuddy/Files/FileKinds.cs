using System.Text;

namespace BitBuddy.Files;

/// <summary>What files are for, by the ending of their name and, failing that, by their first bytes.</summary>
public static class FileKinds
{
    /// <summary>How many first bytes <see cref="OfMagic"/> wants.</summary>
    public const int MagicLength = 64;

    private const int LongestEnding = 12;

    private static readonly (FileKind Kind, string Endings)[] Table =
    [
        (FileKind.Document, "pdf doc docx docm dot dotx odt ott rtf txt text md markdown rst adoc tex bib epub mobi azw3 djvu ps pages xps wpd"),
        (FileKind.Spreadsheet, "xls xlsx xlsm xlsb ods csv tsv numbers"),
        (FileKind.Presentation, "ppt pptx pptm pps ppsx odp key"),
        (FileKind.Image, "jpg jpeg jpe png gif bmp tiff tif webp heic heif avif jxl svg ico psd xcf ai raw cr2 cr3 nef arw dng orf rw2 raf pef srw"),
        (FileKind.Audio, "mp3 flac wav ogg oga m4a m4b aac opus wma aif aiff mid midi amr ape"),
        (FileKind.Video, "mp4 mov mkv avi webm m4v wmv mpg mpeg flv ogv 3gp m2ts vob"),
        (FileKind.Archive, "zip tar gz tgz bz2 tbz2 xz txz zst tzst 7z rar iso dmg lz lzma lz4 br cab"),
        (FileKind.Code, "c h cc cpp cxx hpp hh cs csx fs fsx vb java kt kts scala groovy gradle clj py pyw pyi ipynb rb php pl pm lua r jl go rs "
            + "swift m mm dart zig nim hs ml mli ex exs erl el lisp scm js mjs cjs jsx ts mts tsx vue svelte html htm xhtml css scss sass less "
            + "sh bash zsh fish ps1 psm1 bat cmd asm s f90 pas v vhd cu proto graphql cmake mk csproj fsproj sln slnx xaml razor cshtml tf"),
        (FileKind.Data, "json jsonl ndjson geojson xml yaml yml toml ini sql db sqlite sqlite3 mdb parquet avro feather h5 hdf5 npy npz log"),
        (FileKind.App, "exe msi deb rpm apk appimage jar msix appx ipa flatpak snap"),
    ];

    private static readonly Dictionary<string, FileKind>.AlternateLookup<ReadOnlySpan<char>> ByEnding = Index();

    /// <summary>The kind by the last ending of a name; <see cref="FileKind.Other"/> when the ending says nothing.</summary>
    public static FileKind Of(string name) => Of(Encoding.UTF8.GetBytes(name));

    /// <inheritdoc cref="Of(string)"/>
    public static FileKind Of(ReadOnlySpan<byte> name)
    {
        var dot = name.LastIndexOf((byte)'.');
        var ending = name[(dot + 1)..];
        if (dot < 0 || ending.IsEmpty || ending.Length > LongestEnding)
            return FileKind.Other;
        Span<char> lower = stackalloc char[LongestEnding];
        for (var i = 0; i < ending.Length; i++)
            lower[i] = ending[i] is >= (byte)'A' and <= (byte)'Z' ? (char)(ending[i] | 0x20) : (char)ending[i];
        return ByEnding.TryGetValue(lower[..ending.Length], out var kind) ? kind : FileKind.Other;
    }

    /// <summary>The endings of a kind, lower case without the dot; none for <see cref="FileKind.Other"/>.</summary>
    public static IReadOnlyList<string> Extensions(FileKind kind) =>
        [.. Table.Where(row => row.Kind == kind).SelectMany(row => row.Endings.Split(' '))];

    /// <summary>The kind by a file's first bytes (up to <see cref="MagicLength"/>).</summary>
    public static FileKind OfMagic(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] or [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => FileKind.Document,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileKind.Document,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => FileKind.Image,
        [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => FileKind.Image,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, var riff, ..] =>
            riff switch { (byte)'W' when head.Length > 9 && head[9] == 'E' => FileKind.Image, (byte)'W' => FileKind.Audio, (byte)'A' => FileKind.Video, _ => FileKind.Other },
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', .. var brand] => OfBrand(brand),
        [(byte)'I', (byte)'D', (byte)'3', ..] or [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] or [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => FileKind.Audio,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => FileKind.Video,
        [(byte)'P', (byte)'K', 3, 4, ..] or [0x1F, 0x8B, ..] or [(byte)'B', (byte)'Z', (byte)'h', ..] or [0xFD, (byte)'7', (byte)'z', ..] => FileKind.Archive,
        [0x28, 0xB5, 0x2F, 0xFD, ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] => FileKind.Archive,
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', _, 0, ..] or [0xCF, 0xFA, 0xED, 0xFE, ..] => FileKind.App,
        [(byte)'#', (byte)'!', ..] => FileKind.Code,
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => FileKind.Data,
        _ when head.StartsWith("SQLite format 3\0"u8) || head.StartsWith("<?xml"u8) => FileKind.Data,
        _ when head.StartsWith("<!DOCTYPE html"u8) || head.StartsWith("<html"u8) => FileKind.Code,
        _ when head.StartsWith("!<arch>\ndebian"u8) => FileKind.App,
        _ => FileKind.Other,
    };

    private static FileKind OfBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("heic"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("avif"u8) ? FileKind.Image
        : brand.StartsWith("M4A"u8) ? FileKind.Audio
        : FileKind.Video;

    private static Dictionary<string, FileKind>.AlternateLookup<ReadOnlySpan<char>> Index()
    {
        var index = new Dictionary<string, FileKind>(400, StringComparer.Ordinal);
        foreach (var (kind, endings) in Table)
        {
            foreach (var ending in endings.Split(' '))
                index.Add(ending, kind);
        }

        return index.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
