using System.IO.Compression;

namespace BitBuddy.Files.Contents;

/// <summary>The parts of a text, packed into bytes.</summary>
internal static class PackedText
{
    public static byte[] Pack(IReadOnlyList<TextPart> parts)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(brotli))
        {
            writer.Write7BitEncodedInt(parts.Count);
            foreach (var part in parts)
            {
                writer.Write7BitEncodedInt(part.Page ?? 0);
                writer.Write7BitEncodedInt(part.Line ?? 0);
                writer.Write(part.Text);
            }
        }

        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">That is nothing that was packed here.</exception>
    public static List<TextPart> Unpack(byte[] packed)
    {
        try
        {
            using var reader = new BinaryReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress));
            var count = reader.Read7BitEncodedInt();
            var parts = new List<TextPart>();
            for (var i = 0; i < count; i++)
            {
                var (page, line) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
                parts.Add(new TextPart(reader.ReadString(), page == 0 ? null : page, line == 0 ? null : line));
            }

            return parts;
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException("The packed text is damaged.", e);
        }
    }
}
