using System.Text;
using System.Xml;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>An xlsx: its cells row by row, a tab between them. A page is a sheet, a line is a row.</summary>
internal static class SheetText
{
    private const long MostShared = 50_000_000;

    public static void Read(Stream file, ContentSink sink)
    {
        using var package = new Package(file);
        package.ReadCore(sink);
        var names = new List<string>();
        if (!package.Read("xl/workbook.xml", xml => ReadNames(xml, names)))
            throw new InvalidDataException("no workbook in it");
        var shared = new List<string>();
        package.Read("xl/sharedStrings.xml", xml => ReadShared(xml, shared));
        var page = 0;
        foreach (var sheet in package.Numbered("xl/worksheets/sheet"))
        {
            page++;
            sink.At(page, null);
            if (page <= names.Count)
                sink.Add(names[page - 1] + "\n");
            package.Read(sheet, xml => ReadRows(xml, sink, page, shared));
        }
    }

    private static void ReadNames(XmlReader xml, List<string> names)
    {
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && xml.GetAttribute("name") is { } name)
                names.Add(name);
        }
    }

    private static void ReadShared(XmlReader xml, List<string> shared)
    {
        var (text, length) = (new StringBuilder(), 0L);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
                text.Append(Package.ElementText(xml));
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "si" })
            {
                shared.Add(text.ToString());
                length += text.Length;
                text.Clear();
                if (length > MostShared)
                    return;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "si", IsEmptyElement: true })
                shared.Add("");
        }
    }

    private static void ReadRows(XmlReader xml, ContentSink sink, int page, List<string> shared)
    {
        var next = -1;
        var type = "";
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
                sink.EndLine();
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "row")
            {
                var row = int.TryParse(xml.GetAttribute("r"), out var number) ? number : next;
                if (row != next)
                    sink.At(page, Math.Max(row, 1));
                next = row + 1;
            }
            else if (xml.LocalName == "c")
            {
                type = xml.GetAttribute("t") ?? "";
            }
            else if (xml.LocalName is "v" or "t")
            {
                var value = Package.ElementText(xml);
                if (type == "s" && int.TryParse(value, out var place))
                    value = place >= 0 && place < shared.Count ? shared[place] : "";
                sink.Add(value.Replace('\n', ' ') + "\t");
            }
        }
    }
}
