using System.Buffers.Binary;
using System.Text;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>The tags of a flac: its block of comments.</summary>
internal static class FlacTags
{
    private const int Comments = 4;
    private const int MostComments = 1 << 20;

    public static void Read(Stream file, ContentSink sink)
    {
        file.Position = Start(file);
        var header = new byte[4];
        for (var isLast = false; !isLast && file.ReadAtLeast(header, 4, throwOnEndOfStream: false) == 4;)
        {
            isLast = (header[0] & 0x80) != 0;
            var length = (header[1] << 16) | (header[2] << 8) | header[3];
            if ((header[0] & 0x7F) != Comments)
            {
                file.Position += length;
                continue;
            }

            var tags = Read(Bounded.Bytes(file, Math.Min(length, MostComments)));
            string? Of(string name) => tags.GetValueOrDefault(name);
            SongTags.Write(sink, Of("TITLE"), Of("ARTIST"), Of("ALBUM"), Of("GENRE"), Of("DATE"), Of("COMPOSER"));
            return;
        }
    }

    // Some programs put a tag of an mp3 before it.
    private static long Start(Stream file)
    {
        var head = new byte[10];
        file.Position = 0;
        file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head.AsSpan().StartsWith("ID3"u8) ? 14 + (((head[6] & 0x7FL) << 21) | ((head[7] & 0x7FL) << 14) | ((head[8] & 0x7FL) << 7) | (head[9] & 0x7FL)) : 4;
    }

    private static Dictionary<string, string> Read(ReadOnlySpan<byte> block)
    {
        var tags = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        // The program's name, then how many comments there are.
        if (!TryTake(block, ref at, out _) || block.Length - at < 4)
            return tags;
        at += 4;
        while (TryTake(block, ref at, out var comment))
        {
            var text = Encoding.UTF8.GetString(comment);
            if (text.IndexOf('=', StringComparison.Ordinal) is var sign and > 0)
                tags.TryAdd(text[..sign], text[(sign + 1)..]);
        }

        return tags;
    }

    private static bool TryTake(ReadOnlySpan<byte> block, ref int at, out ReadOnlySpan<byte> text)
    {
        text = [];
        if (block.Length - at < 4)
            return false;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(block[at..]);
        if (length > block.Length - at - 4)
            return false;
        text = block.Slice(at + 4, (int)length);
        at += 4 + (int)length;
        return true;
    }
}
