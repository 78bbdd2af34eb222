using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Extensions that make a word a file's name.</summary>
internal static class KnownExtensions
{
    // Of no kind of their own, and file names all the same.
    private const string Others = "bak tmp dll so gguf bin dat lock eml ics vcf ttf otf psd ai toml ini cfg conf";

    private static readonly HashSet<string> All = [.. Enum.GetValues<FileKind>().SelectMany(FileKinds.Extensions), .. Others.Split(' ')];

    public static bool Contains(string extension) => All.Contains(extension);

    /// <summary>True for "report.pdf".</summary>
    public static bool EndsFileName(ReadOnlySpan<char> word) =>
        word.LastIndexOf('.') is var dot and >= 0 && dot < word.Length - 1 && word.Length - dot <= 9
        && All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[(dot + 1)..].ToString().ToLowerInvariant());
}
