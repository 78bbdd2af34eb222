using System.IO.Compression;
using System.Text;

namespace BitBuddy.Tests.Files.Contents;

/// <summary>Small documents with a text of one's own, and large ones.</summary>
internal static class Documents
{
    private const string WordBegin = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private const string OpenBegin = "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><o:body><o:text>";

    /// <summary>A docx of these paragraphs; answers with its path.</summary>
    public static string Word(string path, params IEnumerable<string> paragraphs) =>
        Zip(path, ("word/document.xml", $"{WordBegin}{string.Concat(paragraphs.Select(text => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))}</w:body></w:document>"));

    /// <summary>An odt of these paragraphs.</summary>
    public static string OpenText(string path, params IEnumerable<string> paragraphs) =>
        Zip(path, ("content.xml", $"{OpenBegin}{string.Concat(paragraphs.Select(text => $"<text:p>{text}</text:p>"))}</o:text></o:body></o:document-content>"));

    /// <summary>A zip of these texts.</summary>
    public static string Zip(string path, params (string Name, string Text)[] entries)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Add(zip, entries);
        return path;
    }

    /// <summary>A zip of these texts and of a large one, of the same line again and again.</summary>
    public static void Pack(string path, int bytes, string name, string begin, string line, string end, params (string Name, string Text)[] others)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(zip, others);
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        Write(entry, bytes, begin, line, end);
    }

    /// <summary>Writes the same line again and again.</summary>
    public static void Write(Stream file, int bytes, string begin, string line, string end)
    {
        file.Write(Encoding.UTF8.GetBytes(begin));
        Fill(file, bytes, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 20_000))));
        file.Write(Encoding.UTF8.GetBytes(end));
    }

    /// <summary>Writes the same block until there are so many bytes.</summary>
    public static void Fill(Stream into, int bytes, byte[] block)
    {
        for (var written = 0; written < bytes; written += block.Length)
            into.Write(block);
    }

    private static void Add(ZipArchive zip, (string Name, string Text)[] entries)
    {
        foreach (var (name, text) in entries)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }
    }
}
