using System.Xml;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>The texts and values of an XML file; one that is not well formed is read as a page of tags.</summary>
internal static class XmlText
{
    public static void Read(Stream file, ContentSink sink)
    {
        try
        {
            using var xml = Bounded.Xml(file);
            var lines = (IXmlLineInfo)xml;
            while (xml.Read())
            {
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                    Add(sink, xml.Value, lines);
                for (var i = 0; xml.NodeType == XmlNodeType.Element && i < xml.AttributeCount; i++)
                {
                    xml.MoveToAttribute(i);
                    if (xml.Name != "xmlns" && xml.Prefix != "xmlns")
                        Add(sink, xml.Value, lines);
                    xml.MoveToElement();
                }
            }
        }
        catch (XmlException) when (!sink.HasText)
        {
            file.Position = 0;
            HtmlText.Read(file, sink);
        }
    }

    private static void Add(ContentSink sink, string text, IXmlLineInfo lines)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        sink.At(null, lines.LineNumber);
        sink.Add(text.AsSpan().Trim());
        sink.Add("\n");
    }
}
