using System.Buffers.Binary;
using System.Text;

namespace BitBuddy.Brains;

/// <summary>Reads a GGUF header forward only, believing no count and no length (layout: ggml's gguf.md, versions 2 and 3).</summary>
internal sealed class GgufReader(Stream stream, long length)
{
    private const uint Magic = 0x46554747;
    private const int MostEntries = 65_536;
    private const int LongestString = 8 * 1024 * 1024;
    private const int LongestKey = 65_535;

    private readonly Dictionary<string, object> _values = [];
    private readonly Dictionary<string, long> _weightsByType = [];
    private long _position;
    private long _parameters;

    /// <summary>The header's contents; throws <see cref="GgufException"/> with the end of a sentence that begins with the file's name.</summary>
    public GgufInfo Read()
    {
        if (length < 4 || U32() != Magic)
            throw new GgufException("is not a GGUF file: it does not begin with the letters GGUF");
        CheckVersion(U32());
        var tensors = Entries(U64(), "tensors");
        var keys = Entries(U64(), "keys");
        for (var i = 0; i < keys; i++)
            ReadKey();
        var end = 0L;
        for (var i = 0; i < tensors; i++)
            end = Math.Max(end, ReadTensor());
        return Conclude(end);
    }

    private static void CheckVersion(uint version)
    {
        if (version is 2 or 3)
            return;
        throw new GgufException(BinaryPrimitives.ReverseEndianness(version) is 2 or 3
            ? "is a big-endian GGUF file, made for another kind of processor"
            : $"has GGUF version {version}; versions 2 and 3 are understood");
    }

    private static int Entries(ulong count, string what) =>
        count <= MostEntries ? (int)count : throw new GgufException($"claims {count} {what}; it is damaged");

    private void ReadKey()
    {
        var key = Text(LongestKey);
        if (key.Length == 0 || !_values.TryAdd(key, Value(U32())))
            throw new GgufException("has an empty or repeated key; it is damaged");
    }

    private object Value(uint type) => type switch
    {
        0 => (ulong)U8(),
        1 => (long)(sbyte)U8(),
        2 => (ulong)U16(),
        3 => (long)(short)U16(),
        4 => (ulong)U32(),
        5 => (long)(int)U32(),
        6 => BitConverter.UInt32BitsToSingle(U32()),
        7 => U8() != 0,
        8 => Text(LongestString),
        9 => SkipArray(),
        10 => U64(),
        11 => (long)U64(),
        12 => BitConverter.UInt64BitsToDouble(U64()),
        _ => throw new GgufException($"has a value of unknown type {type}; it is damaged"),
    };

    // Vocabularies: read past, nothing is kept.
    private ulong SkipArray()
    {
        var type = U32();
        var count = U64();
        var size = type switch { 0 or 1 or 7 => 1, 2 or 3 => 2, 4 or 5 or 6 => 4, 10 or 11 or 12 => 8, 8 => 0, _ => -1 };
        if (size < 0)
            throw new GgufException($"has an array of type {type}; it is damaged");
        // A string takes at least its 8 length bytes.
        if (count > (ulong)(length - _position) / (ulong)(size == 0 ? 8 : size))
            throw Truncated();
        if (size > 0)
            Skip((long)count * size);
        else
            for (var i = 0UL; i < count; i++)
                Skip(Length(LongestString));
        return count;
    }

    private long ReadTensor()
    {
        if (Text(LongestKey).Length == 0)
            throw new GgufException("has a tensor without a name; it is damaged");
        var dimensions = U32();
        if (dimensions is 0 or > 4)
            throw new GgufException($"has a tensor with {dimensions} dimensions; it is damaged");
        UInt128 weights = 1;
        for (var i = 0; i < dimensions; i++)
            weights *= U64();
        var type = GgufType.Of(U32()) ?? throw new GgufException("has a tensor of an unknown type; it is damaged or too new");
        var offset = U64();
        if (weights == 0 || weights > long.MaxValue)
            throw new GgufException("has a tensor of an impossible size; it is damaged");
        var bytes = (weights + (UInt128)type.Weights - 1) / (UInt128)type.Weights * (UInt128)type.Bytes;
        if (bytes + offset > long.MaxValue / 2)
            throw new GgufException("has a tensor past any possible end; it is damaged");
        _parameters = checked(_parameters + (long)weights);
        _weightsByType[type.Name] = _weightsByType.GetValueOrDefault(type.Name) + (long)weights;
        return (long)(bytes + offset);
    }

    private GgufInfo Conclude(long dataLength)
    {
        var alignment = Number("general.alignment") ?? 32;
        if (alignment is <= 0 or > 65_536 || (alignment & (alignment - 1)) != 0)
            throw new GgufException($"has an impossible alignment ({alignment}); it is damaged");
        var architecture = Text("general.architecture") ?? throw new GgufException("does not name its architecture; it is damaged");
        var needed = dataLength == 0 ? _position : (_position + alignment - 1) / alignment * alignment + dataLength;
        if (needed > length)
            throw new GgufException($"is cut short: its header asks for {needed:N0} bytes and it has {length:N0}");
        var quantisation = _weightsByType.Count == 0 ? "none" : _weightsByType.MaxBy(pair => pair.Value).Key;
        return new GgufInfo(architecture, Text("general.name"), _parameters, quantisation,
            Number($"{architecture}.context_length"), Text("tokenizer.chat_template"), needed);
    }

    private string? Text(string key) => _values.GetValueOrDefault(key) as string;

    private long? Number(string key) => _values.GetValueOrDefault(key) switch
    {
        ulong n when n <= long.MaxValue => (long)n,
        long n => n,
        _ => null,
    };

    private string Text(int longest)
    {
        var bytes = new byte[Length(longest)];
        Fill(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private long Length(int longest)
    {
        var bytes = U64();
        if (bytes > (ulong)(length - _position))
            throw Truncated();
        return bytes <= (ulong)longest ? (long)bytes : throw new GgufException("has an impossibly long text; it is damaged");
    }

    private byte U8()
    {
        Span<byte> bytes = stackalloc byte[1];
        Fill(bytes);
        return bytes[0];
    }

    private ushort U16()
    {
        Span<byte> bytes = stackalloc byte[2];
        Fill(bytes);
        return BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    private uint U32()
    {
        Span<byte> bytes = stackalloc byte[4];
        Fill(bytes);
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    private ulong U64()
    {
        Span<byte> bytes = stackalloc byte[8];
        Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    private void Fill(Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw Truncated();
        _position += bytes.Length;
    }

    private void Skip(long bytes)
    {
        if (bytes > length - _position)
            throw Truncated();
        stream.Seek(bytes, SeekOrigin.Current);
        _position += bytes;
    }

    private static GgufException Truncated() => new("is cut short in its header");
}
