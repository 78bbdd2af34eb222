using System.Xml;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>A pptx: the texts of its slides and of the notes to them. A page is a slide.</summary>
internal static class SlidesText
{
    private const string Slide = "ppt/slides/slide";

    public static void Read(Stream file, ContentSink sink)
    {
        using var package = new Package(file);
        package.ReadCore(sink);
        var slides = package.Numbered(Slide).ToList();
        if (slides.Count == 0 && package.Bytes("ppt/presentation.xml", 1).Length == 0)
            throw new InvalidDataException("no presentation in it");
        foreach (var slide in slides)
        {
            sink.At(Package.Number(slide, Slide), null);
            package.Read(slide, xml => Read(xml, sink));
            package.Read($"ppt/notesSlides/notesSlide{Package.Number(slide, Slide)}.xml", xml => Read(xml, sink));
        }
    }

    private static void Read(XmlReader xml, ContentSink sink)
    {
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
                sink.Add(Package.ElementText(xml));
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "p" } or { NodeType: XmlNodeType.Element, LocalName: "br" })
                sink.EndLine();
        }
    }
}
