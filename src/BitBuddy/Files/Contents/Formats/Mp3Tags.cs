using System.Text;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>The tags of an mp3: ID3 version 2.2 to 2.4 at its beginning, else version 1 at its end.</summary>
internal static class Mp3Tags
{
    private const int HeaderLength = 10;
    private const int MostTag = 1 << 20;
    private const int OldLength = 128;

    public static void Read(Stream file, ContentSink sink)
    {
        var header = new byte[HeaderLength];
        file.Position = 0;
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength && header.AsSpan().StartsWith("ID3"u8))
        {
            var tags = Frames(Bounded.Bytes(file, Math.Min(Synchsafe(header.AsSpan(6)), MostTag)), header[3], (header[5] & 0x40) != 0);
            if (tags.Count > 0)
            {
                string? Of(string name, string old) => tags.GetValueOrDefault(name) ?? tags.GetValueOrDefault(old);
                SongTags.Write(sink, Of("TIT2", "TT2"), Of("TPE1", "TP1"), Of("TALB", "TAL"), Of("TCON", "TCO"), Of("TDRC", "TYE") ?? Of("TYER", "TYE"));
                return;
            }
        }

        ReadOld(file, sink);
    }

    private static Dictionary<string, string> Frames(ReadOnlySpan<byte> tag, int version, bool isExtended)
    {
        var frames = new Dictionary<string, string>(StringComparer.Ordinal);
        var (nameLength, frameHeader) = version == 2 ? (3, 6) : (4, 10);
        var at = isExtended && tag.Length > 4 ? (version == 4 ? Synchsafe(tag) : Plain(tag[..4]) + 4) : 0;
        while (at >= 0 && at + frameHeader <= tag.Length && tag[at] != 0)
        {
            var name = Encoding.Latin1.GetString(tag.Slice(at, nameLength));
            var size = version switch { 2 => Plain(tag.Slice(at + 3, 3)), 4 => Synchsafe(tag[(at + 4)..]), _ => Plain(tag.Slice(at + 4, 4)) };
            at += frameHeader;
            if (size <= 0 || size > tag.Length - at)
                break;
            if (name[0] == 'T')
                frames.TryAdd(name, Text(tag.Slice(at, size)));
            at += size;
        }

        return frames;
    }

    private static string Text(ReadOnlySpan<byte> frame)
    {
        var bytes = frame[1..];
        var encoding = frame[0] switch
        {
            1 => bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode : Encoding.Unicode,
            2 => Encoding.BigEndianUnicode,
            3 => Encoding.UTF8,
            _ => Charset.Of(bytes),
        };
        return encoding.GetString(bytes).Trim('\uFEFF', '\uFFFE', '\0').Replace('\0', '/');
    }

    private static void ReadOld(Stream file, ContentSink sink)
    {
        if (file.Length < OldLength)
            return;
        file.Position = file.Length - OldLength;
        var tag = Bounded.Bytes(file, OldLength);
        if (!tag.AsSpan().StartsWith("TAG"u8) || tag.Length < OldLength)
            return;
        string Field(int at, int length) => Charset.Of(tag.AsSpan(at, length)).GetString(tag, at, length).Split('\0')[0].Trim();
        SongTags.Write(sink, Field(3, 30), Field(33, 30), Field(63, 30), Field(93, 4));
    }

    private static int Synchsafe(ReadOnlySpan<byte> bytes) => ((bytes[0] & 0x7F) << 21) | ((bytes[1] & 0x7F) << 14) | ((bytes[2] & 0x7F) << 7) | (bytes[3] & 0x7F);

    private static int Plain(ReadOnlySpan<byte> bytes)
    {
        var number = 0;
        foreach (var b in bytes)
            number = (number << 8) | b;
        return number;
    }
}
