using System.Text;

namespace BitBuddy.Llama;

/// <summary>Bytes of tokens to whole characters: half a character waits for its rest.</summary>
internal sealed class StreamingText
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    /// <summary>What is whole now; bytes that are not UTF-8 become U+FFFD.</summary>
    public string Add(ReadOnlySpan<byte> bytes)
    {
        Span<char> chars = stackalloc char[256];
        var text = new StringBuilder();
        for (var done = false; !done;)
        {
            _decoder.Convert(bytes, chars, flush: false, out var read, out var written, out done);
            text.Append(chars[..written]);
            bytes = bytes[read..];
        }

        return text.ToString();
    }
}
