using BitBuddy.Files.Contents;
using BitBuddy.Files.Contents.Readers;

namespace BitBuddy.Tests.Files.Contents;

/// <summary>Documents that other programs made, and what stands in them.</summary>
internal static class Samples
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Samples");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static DocContents Read(string name) => Read(Bytes(name), name);

    /// <summary>As the reader's process does it, in this one.</summary>
    public static DocContents Read(byte[] bytes, string name)
    {
        var (format, reason) = ContentFormats.Of(bytes.AsSpan(0, Math.Min(bytes.Length, ContentFormats.HeadLength)), ContentFormats.Ending(name));
        if (format == ContentFormat.None)
            return DocContents.Without(reason);
        var contents = new DocContents { Format = format };
        using var file = new MemoryStream(bytes);
        (contents.State, contents.Reason) = FileReader.Outcome(format, file, new ContentSink(contents.Parts.Add, (fact, value) => contents.Facts[fact] = value));
        return contents;
    }

    public static string Text(this DocContents contents) => string.Join('\n', contents.Parts.Select(part => part.Text));
}
