using System.IO.Compression;
using System.Xml;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>A document that is a zip of XML files.</summary>
internal sealed class Package(Stream file) : IDisposable
{
    private readonly ZipArchive _zip = new(file, ZipArchiveMode.Read, leaveOpen: true);

    /// <summary>Reads one file of it; false where it is missing.</summary>
    public bool Read(string name, Action<XmlReader> read)
    {
        if (_zip.GetEntry(name) is not { } entry)
            return false;
        using var part = entry.Open();
        using var xml = Bounded.Xml(part);
        read(xml);
        return true;
    }

    /// <summary>The first bytes of one file of it; empty where it is missing.</summary>
    public byte[] Bytes(string name, int most)
    {
        if (_zip.GetEntry(name) is not { } entry)
            return [];
        using var part = entry.Open();
        return Bounded.Bytes(part, most);
    }

    /// <summary>The names that begin so, by the number in them.</summary>
    public IEnumerable<string> Numbered(string start) => _zip.Entries
        .Select(entry => entry.FullName)
        .Where(name => name.StartsWith(start, StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal) && Number(name, start) >= 0)
        .OrderBy(name => Number(name, start));

    public static int Number(string name, string start) =>
        int.TryParse(name.AsSpan()[start.Length..^".xml".Length], out var number) ? number : -1;

    /// <summary>Title and author, where Office keeps them.</summary>
    public void ReadCore(ContentSink sink) => Read("docProps/core.xml", xml =>
    {
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "title" or "creator")
                sink.Add(xml.LocalName == "title" ? ContentFact.Title : ContentFact.Author, ElementText(xml));
        }
    });

    /// <summary>The text in the element that the reader stands on.</summary>
    public static string ElementText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return "";
        var (depth, text) = (xml.Depth, "");
        while (xml.Read() && xml.Depth > depth)
            text += xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace ? xml.Value : "";
        return text;
    }

    public void Dispose() => _zip.Dispose();
}
