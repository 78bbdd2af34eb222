using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>In which charset a text is written.</summary>
internal static class Charset
{
    private const int Sample = 64 * 1024;
    private const float Believed = 0.5f;

    static Charset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A byte order mark, else UTF-8 where it is valid, else UTF-16 by its zeros, else by the frequency of letters, else Western.</summary>
    /// <param name="bytes">The text's beginning; a character may be cut at its end.</param>
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return new UTF32Encoding(bigEndian: false, byteOrderMark: true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;
        if (IsUtf8(bytes))
            return WideOf(bytes) ?? Encoding.UTF8;
        return WideOf(bytes) ?? Guess(bytes[..Math.Min(bytes.Length, Sample)]) ?? Encoding.GetEncoding(1252);
    }

    /// <summary>The encoding of a name as files declare it; null where there is none.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            if (Utf8.IsValid(bytes[..^cut]))
                return true;
        }

        return false;
    }

    // UTF-16 without a mark: in Western text every other byte is zero.
    private static Encoding? WideOf(ReadOnlySpan<byte> bytes)
    {
        var pairs = Math.Min(bytes.Length, Sample) / 2;
        if (pairs < 2)
            return null;
        var (even, odd) = (0, 0);
        for (var i = 0; i < pairs; i++)
        {
            even += bytes[2 * i] == 0 ? 1 : 0;
            odd += bytes[(2 * i) + 1] == 0 ? 1 : 0;
        }

        return odd > pairs * 0.4 && even < pairs * 0.05 ? Encoding.Unicode
            : even > pairs * 0.4 && odd < pairs * 0.05 ? Encoding.BigEndianUnicode
            : null;
    }

    private static Encoding? Guess(ReadOnlySpan<byte> bytes) =>
        CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected is { Confidence: >= Believed, Encoding: { } found } ? found : null;
}
