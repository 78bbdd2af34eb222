using System.Buffers.Binary;

namespace BitBuddy.Llama.Worker;

/// <summary>Frames on a byte stream: version, type, length (4 bytes, little endian), payload.</summary>
internal sealed class FrameCodec
{
    public const byte Version = 1;
    public const int HeaderSize = 6;
    public const int LargestPayload = 1 << 20;

    private byte[] _bytes = [];

    /// <exception cref="LlamaException">The payload is over the limit.</exception>
    public static byte[] Encode(FrameType type, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > LargestPayload)
            throw new LlamaException("The message to the engine is too long; say less at once.");
        var frame = new byte[HeaderSize + payload.Length];
        frame[0] = Version;
        frame[1] = (byte)type;
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(2), payload.Length);
        payload.CopyTo(frame.AsSpan(HeaderSize));
        return frame;
    }

    /// <summary>Takes bytes as they come, gives the frames that are whole now.</summary>
    /// <exception cref="LlamaException">Not our frames: another version, an unknown type or a length over the limit.</exception>
    public IReadOnlyList<Frame> Add(ReadOnlySpan<byte> bytes)
    {
        _bytes = [.. _bytes, .. bytes];
        var frames = new List<Frame>();
        var at = 0;
        while (_bytes.Length - at >= HeaderSize)
        {
            var length = LengthAt(at);
            if (_bytes.Length - at - HeaderSize < length)
                break;
            frames.Add(new Frame((FrameType)_bytes[at + 1], _bytes.AsMemory(at + HeaderSize, length)));
            at += HeaderSize + length;
        }

        _bytes = _bytes[at..];
        return frames;
    }

    private int LengthAt(int at)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at + 2));
        return _bytes[at] == Version && Enum.IsDefined((FrameType)_bytes[at + 1]) && length is >= 0 and <= LargestPayload
            ? length
            : throw new LlamaException("The engine's messages are garbled.");
    }
}
