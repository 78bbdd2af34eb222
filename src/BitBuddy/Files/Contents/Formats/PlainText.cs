using System.Text;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>Text as it is: notes, code, tables, logs. It is decoded and nothing else.</summary>
internal static class PlainText
{
    private const int Sample = 64 * 1024;
    private const double MostControls = 0.02;

    public static void Read(Stream file, ContentSink sink)
    {
        var head = new byte[Sample];
        var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        using var reader = new StreamReader(file, Charset.Of(head.AsSpan(0, length)), detectEncodingFromByteOrderMarks: true, Sample, leaveOpen: true);
        sink.At(null, 1);
        var buffer = new char[Sample];
        for (int read; (read = reader.ReadBlock(buffer)) > 0;)
            sink.Add(buffer.AsSpan(0, read));
    }

    /// <summary>The whole of a small text.</summary>
    public static string Decode(byte[] bytes) => Charset.Of(bytes).GetString(bytes).TrimStart('\uFEFF');

    /// <summary>True for bytes that no text has: zeros but for UTF-16, or many control characters.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var charset = Charset.Of(head);
        if (charset is UnicodeEncoding or UTF32Encoding)
            return false;
        var controls = 0;
        foreach (var b in head)
        {
            if (b == 0)
                return true;
            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B) ? 1 : 0;
        }

        return controls > head.Length * MostControls || (charset.CodePage == 1252 && LooksPacked(head));
    }

    // Packed data has every byte about as often as any other; no text has as many above 0x7F that are no letters together.
    private static bool LooksPacked(ReadOnlySpan<byte> head)
    {
        var high = 0;
        foreach (var b in head)
            high += b >= 0x80 ? 1 : 0;
        return high > head.Length * 0.3;
    }
}
