using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.Brains;

/// <summary>A GGUF header as a stream of little-endian values: forward only, with one small buffer, believing no length.</summary>
internal sealed class GgufBytes(SafeFileHandle file, long length)
{
    /// <summary>The largest vocabularies take about 15 MB; a longer header would only cost time.</summary>
    private const long MostHeaderBytes = 32 * 1024 * 1024;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly long _end = Math.Min(length, MostHeaderBytes);
    private long _bufferBegin;
    private int _buffered;

    public long Length => length;

    public long Position { get; private set; }

    public byte U8() => Take(1)[0];

    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong U64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    /// <summary>A text with its length before it; no longer than so many bytes.</summary>
    public string Text(int longest)
    {
        var bytes = Count(longest);
        if (bytes <= _buffer.Length)
            return Encoding.UTF8.GetString(Take(bytes));
        var whole = new byte[bytes];
        for (var done = 0; done < bytes;)
        {
            var part = Take(Math.Min(bytes - done, _buffer.Length));
            part.CopyTo(whole.AsSpan(done));
            done += part.Length;
        }

        return Encoding.UTF8.GetString(whole);
    }

    /// <summary>The bytes of a short text; good until the next read.</summary>
    public ReadOnlySpan<byte> ShortText() => Take(Count(_buffer.Length));

    /// <summary>Reads past a text.</summary>
    public void SkipText() => Skip(U64(), 1);

    /// <summary>Reads past so many values of so many bytes.</summary>
    public void Skip(ulong count, int width)
    {
        Demand(count, width);
        Position += (long)count * width;
    }

    /// <summary>Whether there is room for so many values of so many bytes; a file that ends before is cut short.</summary>
    public void Demand(ulong count, int width)
    {
        if (count > (ulong)(_end - Position) / (ulong)width)
            throw TooLong(count > (ulong)(length - Position) / (ulong)width);
    }

    private int Count(int longest)
    {
        var bytes = U64();
        Demand(bytes, 1);
        return bytes <= (ulong)longest ? (int)bytes : throw new GgufException("has an impossibly long text; it is damaged");
    }

    private ReadOnlySpan<byte> Take(int bytes)
    {
        if (bytes > _end - Position)
            throw TooLong(bytes > length - Position);
        if (Position + bytes > _bufferBegin + _buffered)
            Fill(bytes);
        var taken = _buffer.AsSpan((int)(Position - _bufferBegin), bytes);
        Position += bytes;
        return taken;
    }

    private void Fill(int least)
    {
        (_bufferBegin, _buffered) = (Position, 0);
        while (_buffered < least)
        {
            var read = RandomAccess.Read(file, _buffer.AsSpan(_buffered), _bufferBegin + _buffered);
            if (read == 0)
                throw TooLong(beyondTheFile: true);
            _buffered += read;
        }
    }

    private static GgufException TooLong(bool beyondTheFile) => new(beyondTheFile
        ? "is cut short in its header"
        : $"has a header of more than {MostHeaderBytes / 1024 / 1024} MB; it is damaged");
}
