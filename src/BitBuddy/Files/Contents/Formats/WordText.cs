using System.Xml;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>A docx: its paragraphs, notes and headers. Pages are those Word last drew, where it noted them.</summary>
internal static class WordText
{
    public static void Read(Stream file, ContentSink sink)
    {
        using var package = new Package(file);
        package.ReadCore(sink);
        var hasPages = false;
        package.Read("word/document.xml", xml => hasPages = HasPages(xml));
        if (!package.Read("word/document.xml", xml => Read(xml, sink, hasPages ? 1 : null)))
            throw new InvalidDataException("no document in it");
        foreach (var more in (string[])["word/footnotes.xml", "word/endnotes.xml", "word/comments.xml"])
            package.Read(more, xml => Read(xml, sink, null));
        foreach (var more in package.Numbered("word/header").Concat(package.Numbered("word/footer")))
            package.Read(more, xml => Read(xml, sink, null));
    }

    private static bool HasPages(XmlReader xml)
    {
        while (xml.Read())
        {
            if (IsPageEnd(xml))
                return true;
        }

        return false;
    }

    private static void Read(XmlReader xml, ContentSink sink, int? page)
    {
        sink.At(page, page is null ? 1 : null);
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace && IsText(xml))
                sink.Add(xml.Value);
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "tab")
                sink.Add("\t");
            else if (page is not null && IsPageEnd(xml))
                sink.At(++page, null);
            else if ((xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "p") || (xml.NodeType == XmlNodeType.Element && xml.LocalName is "br" or "cr"))
                sink.EndLine();
        }
    }

    // What is not text there is a field's instruction.
    private static bool IsText(XmlReader xml) => !xml.Value.StartsWith(" HYPERLINK ", StringComparison.Ordinal) && !xml.Value.StartsWith(" PAGEREF ", StringComparison.Ordinal);

    private static bool IsPageEnd(XmlReader xml) => xml.NodeType == XmlNodeType.Element && xml.LocalName == "lastRenderedPageBreak";
}
