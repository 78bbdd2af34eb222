using BitBuddy.Files.Contents.Formats;

namespace BitBuddy.Files.Contents;

/// <summary>Which way a file is read: by its first bytes, and where those say little, by its ending too.</summary>
internal static class ContentFormats
{
    /// <summary>How many first bytes <see cref="Of"/> wants.</summary>
    public const int HeadLength = 4096;

    // Junk may stand before a PDF's first line.
    private const int PdfHead = 1024;
    private const int TarMark = 257;

    // XML files may name any charset.
    static ContentFormats() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    /// <param name="ending">Of the name, lower case without the dot; "tar.gz" is one.</param>
    /// <returns>The format, or none and why.</returns>
    public static (ContentFormat Format, ContentReason Reason) Of(ReadOnlySpan<byte> head, string ending)
    {
        if (head.IsEmpty)
            return (ContentFormat.None, ContentReason.Empty);
        var promised = Promised(ending);
        if (head[..Math.Min(head.Length, PdfHead)].IndexOf("%PDF-"u8) >= 0)
            return (ContentFormat.Pdf, ContentReason.None);
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
            return (promised is ContentFormat.Word or ContentFormat.Sheet or ContentFormat.Slides or ContentFormat.OpenDocument or ContentFormat.Epub ? promised : ContentFormat.Zip, ContentReason.None);
        // Office wraps what has a password in its old format.
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return (ContentFormat.None, promised is ContentFormat.Word or ContentFormat.Sheet or ContentFormat.Slides ? ContentReason.Password : ContentReason.Binary);
        if (head.StartsWith("fLaC"u8) || (promised == ContentFormat.Flac && head.StartsWith("ID3"u8)))
            return (ContentFormat.Flac, ContentReason.None);
        if (promised == ContentFormat.Mp3 && (head.StartsWith("ID3"u8) || head is [0xFF, >= 0xE0, ..]))
            return (ContentFormat.Mp3, ContentReason.None);
        if (IsImage(head, promised))
            return (ContentFormat.Image, ContentReason.None);
        if (head.Length > TarMark + 5 && head.Slice(TarMark, 5).SequenceEqual("ustar"u8))
            return (ContentFormat.Tar, ContentReason.None);
        if (head is [0x1F, 0x8B, ..])
            return promised == ContentFormat.TarGz ? (ContentFormat.TarGz, ContentReason.None) : (ContentFormat.None, ContentReason.Binary);
        if (PlainText.IsBinary(head))
            return (ContentFormat.None, promised == ContentFormat.None ? ContentReason.Binary : ContentReason.OtherFormat);
        return (promised switch
        {
            ContentFormat.Html or ContentFormat.Xml => promised,
            _ when IsHtml(head) => ContentFormat.Html,
            _ => ContentFormat.Plain,
        }, ContentReason.None);
    }

    /// <summary>Reads a file to its end; everything but plain text in a process of its own.</summary>
    /// <exception cref="EnoughException">There is more of it than is kept.</exception>
    /// <exception cref="ProtectedException">It has a password.</exception>
    public static void Read(ContentFormat format, Stream file, ContentSink sink)
    {
        switch (format)
        {
            case ContentFormat.Plain: PlainText.Read(file, sink); break;
            case ContentFormat.Html: HtmlText.Read(file, sink); break;
            case ContentFormat.Xml: XmlText.Read(file, sink); break;
            case ContentFormat.Pdf: PdfText.Read(file, sink); break;
            case ContentFormat.Word: WordText.Read(file, sink); break;
            case ContentFormat.Sheet: SheetText.Read(file, sink); break;
            case ContentFormat.Slides: SlidesText.Read(file, sink); break;
            case ContentFormat.OpenDocument: OpenDocumentText.Read(file, sink); break;
            case ContentFormat.Epub: EpubText.Read(file, sink); break;
            case ContentFormat.Image: ImageFacts.Read(file, sink); break;
            case ContentFormat.Mp3: Mp3Tags.Read(file, sink); break;
            case ContentFormat.Flac: FlacTags.Read(file, sink); break;
            case ContentFormat.Zip: ArchiveNames.ReadZip(file, sink); break;
            case ContentFormat.Tar: ArchiveNames.ReadTar(file, sink); break;
            case ContentFormat.TarGz: ArchiveNames.ReadTarGz(file, sink); break;
        }

        sink.Flush();
    }

    /// <summary>The ending of a name as <see cref="Of"/> takes it.</summary>
    public static string Ending(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower.EndsWith(".tar.gz", StringComparison.Ordinal) ? "tar.gz" : Path.GetExtension(lower).TrimStart('.');
    }

    private static ContentFormat Promised(string ending) => ending switch
    {
        "pdf" => ContentFormat.Pdf,
        "docx" or "docm" or "dotx" => ContentFormat.Word,
        "xlsx" or "xlsm" => ContentFormat.Sheet,
        "pptx" or "pptm" or "ppsx" => ContentFormat.Slides,
        "odt" or "ott" or "ods" or "odp" => ContentFormat.OpenDocument,
        "epub" => ContentFormat.Epub,
        "html" or "htm" or "xhtml" => ContentFormat.Html,
        "xml" or "svg" or "csproj" or "xaml" or "plist" => ContentFormat.Xml,
        "mp3" => ContentFormat.Mp3,
        "flac" => ContentFormat.Flac,
        "zip" => ContentFormat.Zip,
        "tar" => ContentFormat.Tar,
        "tar.gz" or "tgz" => ContentFormat.TarGz,
        _ when ending.Length > 0 && FileKinds.Of("." + ending) == FileKind.Image => ContentFormat.Image,
        _ => ContentFormat.None,
    };

    // Raw formats of cameras are mostly TIFF within.
    private static bool IsImage(ReadOnlySpan<byte> head, ContentFormat promised) =>
        FileKinds.OfMagic(head[..Math.Min(head.Length, FileKinds.MagicLength)]) == FileKind.Image
        || (promised == ContentFormat.Image && (head.StartsWith("BM"u8) || head.StartsWith("8BPS"u8) || head is [0, 0, 1, 0, ..]
            || head.StartsWith("FUJIFILM"u8) || head.StartsWith("IIRO"u8) || head.StartsWith("IIU\0"u8)));

    private static bool IsHtml(ReadOnlySpan<byte> head)
    {
        var text = head.TrimStart(" \t\r\n\uFEFF"u8);
        return text.Length > 14 && (System.Text.Ascii.EqualsIgnoreCase(text[..14], "<!doctype html"u8) || System.Text.Ascii.EqualsIgnoreCase(text[..5], "<html"u8));
    }
}
