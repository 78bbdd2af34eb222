using System.Xml;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>An epub: its chapters in the order they are read. A page is a chapter's file.</summary>
internal static class EpubText
{
    private const int MostChapter = 16 << 20;
    private const string Package = "application/oebps-package+xml";

    public static void Read(Stream file, ContentSink sink)
    {
        using var package = new Package(file);
        var locked = new HashSet<string>(StringComparer.Ordinal);
        package.Read("META-INF/encryption.xml", xml => ReadLocked(xml, locked));
        string? book = null;
        package.Read("META-INF/container.xml", xml =>
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "rootfile" } && xml.GetAttribute("media-type") is null or Package)
                    book ??= xml.GetAttribute("full-path");
            }
        });
        var (files, order) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        if (book is null || !package.Read(book, xml => ReadBook(xml, files, order, sink)))
            throw new InvalidDataException("no book in it");
        var chapter = 0;
        foreach (var id in order)
        {
            chapter++;
            if (!files.TryGetValue(id, out var name))
                continue;
            var path = Join(book, name);
            if (locked.Contains(path))
                throw new ProtectedException();
            if (package.Bytes(path, MostChapter) is { Length: > 0 } bytes)
                HtmlText.Write(PlainText.Decode(bytes), sink, chapter);
        }
    }

    private static void ReadLocked(XmlReader xml, HashSet<string> locked)
    {
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "CipherReference" } && xml.GetAttribute("URI") is { } path)
                locked.Add(Uri.UnescapeDataString(path));
        }
    }

    private static void ReadBook(XmlReader xml, Dictionary<string, string> files, List<string> order, ContentSink sink)
    {
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "item" when xml.GetAttribute("id") is { } id && xml.GetAttribute("href") is { } href:
                    files[id] = Uri.UnescapeDataString(href);
                    break;
                case "itemref" when xml.GetAttribute("idref") is { } id:
                    order.Add(id);
                    break;
                case "title" or "creator":
                    sink.Add(xml.LocalName == "title" ? ContentFact.Title : ContentFact.Author, Formats.Package.ElementText(xml));
                    break;
            }
        }
    }

    // Paths in the book are relative to it.
    private static string Join(string book, string name)
    {
        var parts = new List<string>(book.Split('/')[..^1]);
        foreach (var part in name.Split('#')[0].Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".."))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}
