using System.Text;
using BitBuddy.Files.Contents;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Files.Contents;

public sealed class ContentFormatsTests
{
    [Theory]
    [InlineData("report.docx", "214 steps every evening", null, "The Lighthouse Report")]
    [InlineData("report.odt", "214 steps every evening", null, "The Lighthouse Report")]
    [InlineData("report.pdf", "214 steps every evening", 2, null)]
    [InlineData("slides.pptx", "214 steps every evening", 3, "The Lighthouse Report")]
    [InlineData("slides.odp", "214 steps", 2, "The Lighthouse")]
    [InlineData("book.epub", "214 steps every evening", 3, "The Lighthouse Report")]
    [InlineData("page.html", "214 steps every evening", null, "The Lighthouse Report")]
    [InlineData("sheet.xlsx", "Flour\tMill\t3.75", 1, null)]
    [InlineData("sheet.ods", "Flour\tMill\t3.75", 1, null)]
    [InlineData("files.zip", "bücher.txt", null, null)]
    [InlineData("files.tar", "letters/invoice 2023.pdf", null, null)]
    [InlineData("files.tar.gz", "letters/invoice 2023.pdf", null, null)]
    [InlineData("song.mp3", "Lamp Oil", null, "Skerry Song")]
    [InlineData("old.mp3", "Lamp Oil", null, "Skerry Song")]
    [InlineData("song.flac", "Lamp Oil", null, "Skerry Song")]
    [InlineData("notes.txt", "214 steps every evening", null, null)]
    [InlineData("notes.md", "214 steps every evening", null, null)]
    [InlineData("table.csv", "\"Flour\";\"Mill\";3.75", null, null)]
    [InlineData("data.json", "\"steps\": 214", null, null)]
    [InlineData("feed.xml", "The keeper reads Bücher.", null, null)]
    [InlineData("steps.py", "# 214 steps every evening", null, null)]
    [InlineData("server.log", "oil low, 3.5 litres left", null, null)]
    public void Read_EachFormat_GivesItsTextWithPlaceAndTitle(string name, string said, int? page, string? title)
    {
        var contents = Samples.Read(name);

        Assert.Equal((ContentState.Read, ContentReason.None), (contents.State, contents.Reason));
        var part = contents.Parts.First(part => part.Text.Contains(said, StringComparison.Ordinal));
        Assert.Equal(page, part.Page);
        Assert.Equal(title, contents.Facts.GetValueOrDefault(ContentFact.Title));
    }

    [Theory]
    [InlineData("photo.jpg", "2024-05-03T10:11:12")]
    [InlineData("photo.tiff", "2024-05-03T10:11:12")]
    [InlineData("photo.webp", "2024-05-03T10:11:12")]
    [InlineData("photo.png", "2024-05-03T10:11:12+02:00")]
    public void Read_APicture_TellsWhenWhereAndWithWhat(string name, string taken)
    {
        var facts = Samples.Read(name).Facts;

        Assert.Equal(taken, facts[ContentFact.Taken]);
        Assert.Equal("Canon EOS 80D", facts[ContentFact.Camera]);
        Assert.Equal(("48.858", "2.294"), (facts[ContentFact.Latitude], facts[ContentFact.Longitude]));
        Assert.Equal(("64", "48"), (facts[ContentFact.Width], facts[ContentFact.Height]));
    }

    [Fact]
    public void Read_APictureWithoutAWord_IsReadAllTheSame()
    {
        var contents = Samples.Read("photo.gif");

        Assert.Equal(ContentState.Read, contents.State);
        Assert.Equal("64", contents.Facts[ContentFact.Width]);
    }

    [Theory]
    [InlineData("locked.pdf")]
    [InlineData("locked.docx")]
    [InlineData("locked.odt")]
    public void Read_WithAPassword_SaysSo(string name) =>
        Assert.Equal((ContentState.Failed, ContentReason.Password), (Samples.Read(name).State, Samples.Read(name).Reason));

    // What Office wraps, and what a zip says of itself.
    [Theory]
    [InlineData("locked.xlsx")]
    [InlineData("locked.pptx")]
    [InlineData("locked.ods")]
    [InlineData("locked.odp")]
    [InlineData("locked.epub")]
    public void Read_OtherFormatsWithAPassword_SaySo(string name)
    {
        var contents = Samples.Read(Locked(name), name);

        Assert.Equal((ContentState.Failed, ContentReason.Password), (contents.State, contents.Reason));
    }

    [Fact]
    public void Read_AZipWithAPassword_GivesItsNames()
    {
        var zip = Samples.Bytes("files.zip");
        // The flag of encryption, in the list at the end and before the file itself.
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;

        Assert.Contains("bücher.txt", Samples.Read(zip, "files.zip").Text(), StringComparison.Ordinal);
    }

    private static byte[] Locked(string name)
    {
        if (name.EndsWith('x'))
            return Samples.Bytes("locked.docx");
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, name);
        var bytes = File.ReadAllBytes(name.EndsWith(".epub", StringComparison.Ordinal)
            ? Documents.Zip(path, ("META-INF/container.xml", "<c><rootfile full-path=\"b/b.opf\"/></c>"), ("b/b.opf", "<p><item id=\"c\" href=\"c.html\"/><itemref idref=\"c\"/></p>"),
                ("b/c.html", "8ZQ;"), ("META-INF/encryption.xml", "<e><CipherReference URI=\"b/c.html\"/></e>"))
            : Documents.Zip(path, ("META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>"), ("content.xml", "8ZQ;")));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        return bytes;
    }

    public static TheoryData<string> All => [.. Directory.GetFiles(Samples.Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void Read_CutShortAnywhere_EndsWithAReasonAndKeepsWhatItRead(string name)
    {
        var whole = Samples.Bytes(name);
        foreach (var tenth in Enumerable.Range(0, 10))
        {
            var contents = Samples.Read(whole[..(whole.Length * tenth / 10)], name);

            Assert.True(Enum.IsDefined(contents.Reason));
            Assert.Equal(contents.State == ContentState.Read, contents.Reason == ContentReason.None);
        }

        Assert.Equal(ContentReason.Empty, Samples.Read([], name).Reason);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Read_WithBytesFlipped_NeverThrows(string name)
    {
        var random = new Random(name.Length);
        var whole = Samples.Bytes(name);
        for (var round = 0; round < 25; round++)
        {
            var flipped = whole.ToArray();
            for (var i = 0; i < 1 + round; i++)
                flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            Assert.True(Enum.IsDefined(Samples.Read(flipped, name).State));
        }
    }

    [Theory]
    [InlineData("notes.txt")]
    [InlineData("readme")]
    [InlineData("code.py")]
    [InlineData("table.csv")]
    [InlineData("data.json")]
    [InlineData("server.log")]
    [InlineData("notes.md")]
    public void Of_WordsAsTheyAre_IsPlain(string name)
    {
        var contents = Samples.Read("first\nsecond line\n"u8.ToArray(), name);

        Assert.Equal(ContentFormat.Plain, contents.Format);
        Assert.Equal([new TextPart("first\nsecond line\n", null, 1)], contents.Parts);
    }

    [Theory]
    [InlineData("a.txt", new byte[] { 1, 0, 2, 3, 4, 5, 6, 7 }, ContentReason.Binary)]
    [InlineData("a.docx", new byte[] { 1, 0, 2, 3, 4, 5, 6, 7 }, ContentReason.OtherFormat)]
    [InlineData("a.bin", new byte[] { 0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0 }, ContentReason.Binary)]
    [InlineData("a.txt", new byte[] { }, ContentReason.Empty)]
    public void Of_BytesThatNoTextHas_IsRefused(string name, byte[] bytes, ContentReason reason) => Assert.Equal(reason, Samples.Read(bytes, name).Reason);

    [Fact]
    public void Read_XmlWithADeclaredEntity_OpensNothing()
    {
        var xml = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a id="seven">hello &x; world</a>""";

        Assert.DoesNotContain("root:", Samples.Read(Encoding.UTF8.GetBytes(xml), "a.xml").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Xml_GivesTextsAndValuesByLine()
    {
        var contents = Samples.Read("<a>\n<b name=\"key\">value</b>\n</a>"u8.ToArray(), "a.xml");

        Assert.Equal([new("key\n", null, 2), new("value\n", null, 2)], contents.Parts);
    }

    [Fact]
    public void Read_AnHtmlPage_LeavesOutScriptsAndKeepsLines()
    {
        var html = "<html><head><title>T &amp; U</title><style>no{}</style></head><body>\n<p>One <b>bold</b>\nword &lt; two</p><script>no()</script>\n<li>item";
        var contents = Samples.Read(Encoding.UTF8.GetBytes(html), "a.html");

        Assert.Equal([new("One bold word < two\n", null, 2), new("item\n", null, 4)], contents.Parts);
        Assert.Equal("T & U", contents.Facts[ContentFact.Title]);
    }

    [Fact]
    public void Read_MoreThanIsKept_IsKnownInPart()
    {
        var contents = Samples.Read(Encoding.UTF8.GetBytes(new string('a', 99) + '\n' + new string('b', 3_000_000)), "a.txt");

        Assert.Equal((ContentState.Part, ContentReason.TooLong), (contents.State, contents.Reason));
        Assert.Equal(ContentSink.MostText, contents.Parts.Sum(part => part.Text.Length));
    }

    [Property(MaxTest = 300)]
    public bool Read_AnyBytesUnderAnyEnding_EndsWithAState(byte[] bytes, byte ending)
    {
        string[] endings = ["txt", "html", "xml", "pdf", "docx", "xlsx", "pptx", "odt", "epub", "jpg", "mp3", "flac", "zip", "tar", "tgz"];
        byte[][] heads = [[], "PK\u0003\u0004"u8.ToArray(), "%PDF-1.4\n"u8.ToArray(), "ID3\u0003\0\0\0\0\u0001\0"u8.ToArray(), "fLaC"u8.ToArray(), [0xFF, 0xD8, 0xFF, 0xE1]];
        return Enum.IsDefined(Samples.Read([.. heads[bytes.Length % heads.Length], .. bytes], "a." + endings[ending % endings.Length]).State);
    }
}
