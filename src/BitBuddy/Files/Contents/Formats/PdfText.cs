using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>A PDF, page by page.</summary>
internal static class PdfText
{
    // The mark may follow what a mailer or a scanner put before it.
    private const int LatestMark = 1024;

    public static void Read(Stream file, ContentSink sink)
    {
        // Without it the whole file would be looked through for what is not there.
        if (Bounded.Bytes(file, LatestMark).AsSpan().IndexOf("%PDF-"u8) < 0)
            throw new InvalidDataException("no mark of a PDF");
        file.Position = 0;
        using var document = Open(file);
        sink.Add(ContentFact.Title, document.Information.Title);
        sink.Add(ContentFact.Author, document.Information.Author);
        for (var page = 1; page <= document.NumberOfPages; page++)
        {
            sink.At(page, null);
            sink.Add(ContentOrderTextExtractor.GetText(document.GetPage(page), addDoubleNewline: true).ReplaceLineEndings("\n"));
            sink.EndLine();
        }
    }

    private static PdfDocument Open(Stream file)
    {
        try
        {
            return PdfDocument.Open(new BlockStream(file), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new ProtectedException();
        }
    }
}
