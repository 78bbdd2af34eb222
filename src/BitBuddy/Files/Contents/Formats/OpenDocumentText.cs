using System.Xml;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>An odt, ods or odp. A page is what the writer last drew, a sheet or a slide.</summary>
internal static class OpenDocumentText
{
    public static void Read(Stream file, ContentSink sink)
    {
        using var package = new Package(file);
        package.Read("META-INF/manifest.xml", RefuseProtected);
        package.Read("meta.xml", xml =>
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "title" or "creator")
                    sink.Add(xml.LocalName == "title" ? ContentFact.Title : ContentFact.Author, Package.ElementText(xml));
            }
        });
        if (!package.Read("content.xml", xml => Read(xml, sink)))
            throw new InvalidDataException("no content in it");
    }

    private static void RefuseProtected(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "encryption-data" })
                throw new ProtectedException();
        }
    }

    private static void Read(XmlReader xml, ContentSink sink)
    {
        int? page = null;
        var (isSheets, inCell) = (false, false);
        sink.At(null, 1);
        while (xml.Read())
        {
            var name = xml.LocalName;
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
                sink.Add(xml.Value);
            else if (xml.NodeType == XmlNodeType.Element)
            {
                isSheets |= name == "spreadsheet";
                inCell |= name == "table-cell" && !xml.IsEmptyElement;
                page = Begin(xml, sink, page, isSheets);
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                inCell &= name != "table-cell";
                if (name is "p" or "h")
                    sink.Add(inCell ? "\t" : "\n");
                else if (name == "table-row")
                    sink.EndLine();
            }
        }
    }

    private static int? Begin(XmlReader xml, ContentSink sink, int? page, bool isSheets)
    {
        switch (xml.LocalName)
        {
            case "s" or "tab":
                sink.Add(xml.LocalName == "s" ? " " : "\t");
                break;
            case "line-break":
                sink.Add("\n");
                break;
            case "page" or "soft-page-break":
                page = page + 1 ?? (xml.LocalName == "page" ? 1 : 2);
                sink.At(page, null);
                break;
            case "table" when isSheets:
                page = (page ?? 0) + 1;
                sink.At(page, null);
                sink.Add(xml.GetAttribute("name", xml.NamespaceURI) + "\n");
                sink.At(page, 1);
                break;
        }

        return page;
    }
}
