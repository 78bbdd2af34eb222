using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using BitBuddy.EngineTests;
using BitBuddy.Files;
using BitBuddy.Files.Contents;
using BitBuddy.Files.Contents.Readers;

namespace BitBuddy.Tests.Files.Contents;

/// <summary>Files of 100 MB of every format, made on the fly and read by the real reader: within its limits, and it lives on.</summary>
public sealed class LargeFileTests : IDisposable
{
    private const int Large = 100_000_000;

    private readonly TestTree _tree = new();

    public LargeFileTests() => AppReader.NeedsLinux();

    public void Dispose() => _tree.Dispose();

    public static TheoryData<string> Samples => ["report.docx", "sheet.xlsx", "slides.pptx", "report.odt", "sheet.ods", "slides.odp", "book.epub"];

    // Ten seconds or so: three formats with the fast tests, all where the proofs run whole.
    public static TheoryData<string> Texts => Proof.IsFull
        ? ["txt", "md", "cs", "csv", "json", "log", "xml", "html", "docx", "odt", "xlsx", "pptx", "epub", "pdf", "tar.gz"]
        : ["log", "xml", "pdf"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_ADocumentWithAHugePicture_GivesAllItsText(string name)
    {
        var path = Copy(name);
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        using (var picture = zip.CreateEntry("media/huge.bmp", CompressionLevel.NoCompression).Open())
            Documents.Fill(picture, Large + 1, new byte[1_000_000]);

        var (contents, size) = Read(path);

        Assert.True(size > Large);
        Assert.Equal(Contents.Samples.Read(name).Text(), contents.Text());
        Assert.Equal(ContentState.Read, contents.State);
    }

    [Theory]
    [InlineData("photo.jpg")]
    [InlineData("photo.png")]
    [InlineData("photo.tiff")]
    [InlineData("photo.webp")]
    [InlineData("photo.gif")]
    [InlineData("song.mp3")]
    [InlineData("song.flac")]
    [InlineData("files.tar")]
    public void Read_AFileWithMuchBehindIt_GivesWhatItsBeginningSays(string name)
    {
        var path = Copy(name);
        using (var file = File.Open(path, FileMode.Open))
            file.SetLength(Large);

        var (contents, _) = Read(path);

        var whole = Contents.Samples.Read(name);
        Assert.Equal(whole.Facts.GetValueOrDefault(ContentFact.Taken), contents.Facts.GetValueOrDefault(ContentFact.Taken));
        Assert.Equal(whole.Text(), contents.Text());
    }

    // Its table of contents is not where it should be, and looking for it takes longer than a file may.
    [Fact]
    public void Read_APdfWithMuchBehindIt_EndsWithinItsTime()
    {
        var path = Copy("report.pdf");
        using (var file = File.Open(path, FileMode.Open))
            file.SetLength(Large);

        var (contents, _) = Read(path, AppReader.Start with { Time = TimeSpan.FromSeconds(3) });

        Assert.Contains(contents.Reason, (ContentReason[])[ContentReason.None, ContentReason.Damaged, ContentReason.TooSlow]);
    }

    [Fact]
    public void Read_AnArchiveOfLargeFiles_GivesTheirNames()
    {
        var path = _tree.At("films.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            for (var i = 0; i < 2; i++)
            {
                using var film = zip.CreateEntry($"film {i}.mkv", CompressionLevel.NoCompression).Open();
                Documents.Fill(film, Large / 2, new byte[500_000]);
            }
        }

        Assert.Equal("film 0.mkv\nfilm 1.mkv\n", Read(path).Contents.Text());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Read_AHundredMegabytesOfText_IsKnownToItsLimit(string ending)
    {
        var path = _tree.At("large." + ending);
        Write(path, ending);
        var begun = Stopwatch.GetTimestamp();

        var (contents, _) = Read(path);

        Assert.Equal((ContentState.Part, ContentReason.TooLong), (contents.State, contents.Reason));
        Assert.InRange(contents.Parts.Sum(part => part.Text.Length), ContentSink.MostText * 9 / 10, ContentSink.MostText);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, ReaderLimits.Time);
    }

    private string Copy(string name)
    {
        var path = _tree.At(name);
        File.Copy(Path.Combine(Contents.Samples.Folder, name), path);
        return path;
    }

    private static (DocContents Contents, long Bytes) Read(string path) => Read(path, AppReader.Start);

    private static (DocContents Contents, long Bytes) Read(string path, ReaderStart start)
    {
        using var reader = new ContentReader(start, TimeProvider.System);
        var (contents, stat) = reader.Read(PathText.Bytes(path), TestContext.Current.CancellationToken)!.Value;
        // The same process goes on, or a new one begins.
        Assert.Equal(ContentState.Read, reader.Read(PathText.Bytes(Path.Combine(Contents.Samples.Folder, "report.docx")), TestContext.Current.CancellationToken)!.Value.Contents.State);
        return (contents, stat.Bytes);
    }

    private static void Write(string path, string ending)
    {
        switch (ending)
        {
            case "docx": Documents.Pack(path, Large, "word/document.xml", "<d>", "<p><t>words of a large text, line by line</t></p>\n", "</d>"); break;
            case "odt": Documents.Pack(path, Large, "content.xml", "<d>", "<p>words of a large text, line by line</p>\n", "</d>"); break;
            case "xlsx": Documents.Pack(path, Large, "xl/worksheets/sheet1.xml", "<d>", "<row><c t=\"inlineStr\"><is><t>words of a large sheet</t></is></c></row>\n", "</d>", ("xl/workbook.xml", "<w><sheet name=\"One\"/></w>")); break;
            case "pptx": Documents.Pack(path, Large, "ppt/slides/slide1.xml", "<d>", "<p><t>words of a large slide, line by line</t></p>\n", "</d>"); break;
            case "epub":
                Documents.Pack(path, Large, "c.html", "<html><body>", "<p>words of a large chapter, line by line</p>\n", "</body></html>",
                    ("META-INF/container.xml", "<c><rootfile full-path=\"b.opf\"/></c>"), ("b.opf", "<p><item id=\"c\" href=\"c.html\"/><itemref idref=\"c\"/></p>"));
                break;
            case "pdf": WritePdf(path); break;
            case "tar.gz": WriteTar(path); break;
            case "xml": WriteText(path, "<d>", "<line key=\"value\">words of a large file, line by line</line>\n", "</d>"); break;
            case "html": WriteText(path, "<!doctype html><html><body>", "<p>words of a large page, line by line</p>\n", "</body></html>"); break;
            default: WriteText(path, "", "words of a large file; line, by, line\n", ""); break;
        }
    }

    private static void WriteText(string path, string begin, string line, string end)
    {
        using var file = File.Create(path);
        Documents.Write(file, Large, begin, line, end);
    }

    private static void WriteTar(string path)
    {
        using var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        using var tar = new System.Formats.Tar.TarWriter(packed);
        for (var i = 0; i < 60_000; i++)
            tar.WriteEntry(new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.RegularFile, $"a folder with a long name {i}/and a file with a longer name.txt"));
    }

    // 2,000 pages of 50 KB each, all the same stream.
    private static void WritePdf(string path)
    {
        const int Pages = 2000;
        using var file = File.Create(path);
        var places = new List<long>();
        var content = string.Concat(Enumerable.Range(0, 40).Select(line => $"BT /F1 10 Tf 40 {780 - (line * 18)} Td (words of a large document, line by line, {line}) Tj ET\n")).PadRight(50_000);
        Say("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {Pages} /Kids [{string.Concat(Enumerable.Range(0, Pages).Select(page => $"{4 + (2 * page)} 0 R "))}] >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (var page = 0; page < Pages; page++)
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * page)} 0 R >>");
            Object($"<< /Length {content.Length} >>\nstream\n{content}\nendstream");
        }

        var table = file.Position;
        Say($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:0000000000} 00000 n \n"))}trailer << /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");

        void Say(string text) => file.Write(Encoding.ASCII.GetBytes(text));

        void Object(string body)
        {
            places.Add(file.Position);
            Say($"{places.Count} 0 obj\n{body}\nendobj\n");
        }
    }
}
