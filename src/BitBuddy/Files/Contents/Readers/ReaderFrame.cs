using System.Buffers.Binary;
using System.Text;

namespace BitBuddy.Files.Contents.Readers;

/// <summary>What the reader tells, on a byte stream: kind, two numbers (4 bytes each, little endian; below 0: none), length, UTF-8 text.</summary>
internal readonly record struct ReaderFrame(ReaderFrame.Type Kind, int First, int Second, string Text)
{
    private const int HeaderSize = 13;
    private const int LongestText = 256 * 1024;

    internal enum Type : byte
    {
        /// <summary>A page, a line, text.</summary>
        Part = 1,

        /// <summary>A <see cref="ContentFact"/>, nothing, its value.</summary>
        Fact = 2,

        /// <summary>A <see cref="ContentState"/>, a <see cref="ContentReason"/>: the file is done.</summary>
        End = 3,
    }

    public void Write(Stream stream)
    {
        var frame = new byte[HeaderSize + Encoding.UTF8.GetByteCount(Text)];
        frame[0] = (byte)Kind;
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(1), First);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(5), Second);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(9), frame.Length - HeaderSize);
        Encoding.UTF8.GetBytes(Text, frame.AsSpan(HeaderSize));
        stream.Write(frame);
    }

    /// <summary>The next one; null where the stream ended.</summary>
    /// <exception cref="InvalidDataException">No frame of ours.</exception>
    public static ReaderFrame? Read(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        if (stream.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) < HeaderSize)
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(header[9..]);
        if (header[0] is < 1 or > 3 || length is < 0 or > LongestText)
            throw new InvalidDataException();
        var text = new byte[length];
        return stream.ReadAtLeast(text, length, throwOnEndOfStream: false) < length
            ? null
            : new((Type)header[0], BinaryPrimitives.ReadInt32LittleEndian(header[1..]), BinaryPrimitives.ReadInt32LittleEndian(header[5..]), Encoding.UTF8.GetString(text));
    }
}
