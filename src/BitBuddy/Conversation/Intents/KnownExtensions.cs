using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Extensions that make a word a file's name.</summary>
internal static class KnownExtensions
{
    // Of no kind of their own, and file names all the same.
    private const string Others = "bak tmp dll so gguf bin dat lock eml msg ics vcf ttf otf woff woff2 psd ai eps toml ini cfg conf srt sub ass vtt torrent m3u m3u8 pls";

    private static readonly HashSet<string> All = [.. Enum.GetValues<FileKind>().SelectMany(FileKinds.Extensions), .. Others.Split(' ')];

    public static bool Contains(string extension) => All.Contains(extension);

    /// <summary>True for "report.pdf".</summary>
    public static bool EndsFileName(ReadOnlySpan<char> word) =>
        word.LastIndexOf('.') is var dot and >= 0 && dot < word.Length - 1 && word.Length - dot <= 9
        && All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[(dot + 1)..].ToString().ToLowerInvariant());
}
