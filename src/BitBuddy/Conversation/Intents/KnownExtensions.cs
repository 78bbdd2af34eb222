namespace BitBuddy.Conversation;

/// <summary>Extensions that make a word a file's name.</summary>
internal static class KnownExtensions
{
    private static readonly HashSet<string> All = (
        "pdf doc docx odt rtf txt md tex epub pages xls xlsx xlsm ods csv tsv numbers ppt pptx odp key jpg jpeg png gif bmp tif tiff webp heic svg raw cr2 nef arw dng " +
        "mp3 flac wav ogg m4a aac opus wma mp4 mov mkv avi webm m4v wmv zip tar gz tgz bz2 xz zst 7z rar iso dmg " +
        "c h cc cpp cxx hpp cs java kt go rs py rb php js ts jsx tsx swift scala lua pl r m sh bash ps1 bat html htm css scss vue ipynb asm hs ml " +
        "json xml yaml yml toml ini cfg conf sql db sqlite parquet log bak tmp exe msi deb rpm apk appimage jar dll so gguf bin dat lock eml ics vcf ttf otf psd ai").Split(' ').ToHashSet();

    public static bool Contains(string extension) => All.Contains(extension);

    /// <summary>True for "report.pdf".</summary>
    public static bool EndsFileName(ReadOnlySpan<char> word) =>
        word.LastIndexOf('.') is var dot and >= 0 && dot < word.Length - 1 && word.Length - dot <= 9
        && All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[(dot + 1)..].ToString().ToLowerInvariant());
}
