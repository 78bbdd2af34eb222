using System.Buffers.Binary;

namespace BitBuddy.Brains;

/// <summary>Reads a GGUF header forward only (layout: ggml's gguf.md, versions 2 and 3); keeps little and believes nothing.</summary>
internal sealed class GgufReader(GgufBytes bytes)
{
    private const uint Magic = 0x46554747;
    private const int MostKeys = 4096;
    private const int MostTensors = 16_384;
    private const int LongestKey = 256;
    private const int LongestText = 256 * 1024;
    private const int MostTexts = 1_000_000;
    private const int MostKept = 512;

    private readonly GgufKeys _keys = new();

    /// <summary>The header's contents; throws <see cref="GgufException"/> with the end of a sentence that begins with the file's name.</summary>
    public GgufInfo Read()
    {
        if (bytes.Length < 4 || bytes.U32() != Magic)
            throw new GgufException("is not a GGUF file: it does not begin with the letters GGUF");
        CheckVersion(bytes.U32());
        var tensors = Entries(bytes.U64(), MostTensors, "tensors");
        var keys = Entries(bytes.U64(), MostKeys, "keys");
        for (var i = 0; i < keys; i++)
            ReadKey();
        var alignment = GgufRules.Alignment(_keys);
        var weights = new GgufTensors(alignment);
        for (var i = 0; i < tensors; i++)
            weights.Read(bytes);

        GgufRules.Check(_keys);
        GgufVocabulary.Check(_keys);
        var needed = weights.End == 0 ? bytes.Position : (bytes.Position + alignment - 1) / alignment * alignment + weights.End;
        if (needed > bytes.Length)
            throw new GgufException($"is cut short: its header asks for {needed:N0} bytes and it has {bytes.Length:N0}");
        return GgufInfo.From(_keys, weights, needed);
    }

    private static void CheckVersion(uint version)
    {
        if (version is 2 or 3)
            return;
        throw new GgufException(BinaryPrimitives.ReverseEndianness(version) is 2 or 3
            ? "is a big-endian GGUF file, made for another kind of processor"
            : $"has GGUF version {version}; versions 2 and 3 are understood");
    }

    private static int Entries(ulong count, int most, string what) =>
        count <= (ulong)most ? (int)count : throw new GgufException($"claims {count} {what}; it is damaged");

    private void ReadKey()
    {
        var key = bytes.Text(LongestKey);
        var kind = (GgufKind)bytes.U32();
        var value = kind == GgufKind.Array ? ReadArray(key) : new GgufValue(kind, null, kind == GgufKind.Text ? ReadText(key) : ReadNumber(kind));
        if (key.Length == 0 || !_keys.TryAdd(key, value))
            throw new GgufException("has an empty or repeated key; it is damaged");
    }

    // Of the texts only these few are of use here; others are read past.
    private string? ReadText(string key)
    {
        if (key is "general.architecture" or "general.name" or "tokenizer.ggml.model" or "tokenizer.chat_template"
            or GgufSlots.WordsKey or GgufSlots.SituationsKey)
            return bytes.Text(LongestText);
        bytes.SkipText();
        return null;
    }

    private object ReadNumber(GgufKind kind) => kind switch
    {
        GgufKind.Float32 => (double)BitConverter.UInt32BitsToSingle(bytes.U32()),
        GgufKind.Float64 => BitConverter.UInt64BitsToDouble(bytes.U64()),
        _ => (object)ReadWhole(kind),
    };

    private long ReadWhole(GgufKind kind) => kind switch
    {
        GgufKind.UInt8 => bytes.U8(),
        GgufKind.Int8 => (sbyte)bytes.U8(),
        GgufKind.UInt16 => bytes.U16(),
        GgufKind.Int16 => (short)bytes.U16(),
        GgufKind.UInt32 => bytes.U32(),
        GgufKind.Int32 => (int)bytes.U32(),
        GgufKind.Bool => bytes.U8() is var flag and <= 1 ? flag : throw new GgufException("has a yes-or-no value that is neither; it is damaged"),
        GgufKind.UInt64 => (long)Math.Min(bytes.U64(), long.MaxValue),
        GgufKind.Int64 => (long)bytes.U64(),
        _ => throw new GgufException($"has a value of unknown type {(uint)kind}; it is damaged"),
    };

    // Short lists of whole numbers are kept (heads per layer); of vocabularies only what is checked at once.
    private GgufValue ReadArray(string key)
    {
        var kind = (GgufKind)bytes.U32();
        var count = bytes.U64();
        // A text takes at least its 8 length bytes.
        bytes.Demand(count, Width(kind));
        object? kept = null;
        if (kind == GgufKind.Text)
            ReadTexts(key, count);
        else if (key == GgufVocabulary.TypesKey && kind is GgufKind.Int32 or GgufKind.UInt32)
            GgufVocabulary.ReadTypes(bytes, count);
        else if (count <= MostKept && kind is not (GgufKind.Float32 or GgufKind.Float64))
            kept = ReadNumbers(kind, (int)count);
        else
            bytes.Skip(count, Width(kind));
        return new GgufValue(kind, (long)count, kept);
    }

    private void ReadTexts(string key, ulong count)
    {
        if (count > MostTexts)
            throw new GgufException($"has a list of {count} texts; it is damaged");
        if (key == GgufVocabulary.TokensKey)
            GgufVocabulary.ReadTokens(bytes, count);
        else
            for (var i = 0UL; i < count; i++)
                bytes.SkipText();
    }

    private long[] ReadNumbers(GgufKind kind, int count)
    {
        var numbers = new long[count];
        for (var i = 0; i < count; i++)
            numbers[i] = ReadWhole(kind);
        return numbers;
    }

    private static int Width(GgufKind kind) => kind switch
    {
        GgufKind.UInt8 or GgufKind.Int8 or GgufKind.Bool => 1,
        GgufKind.UInt16 or GgufKind.Int16 => 2,
        GgufKind.UInt32 or GgufKind.Int32 or GgufKind.Float32 => 4,
        GgufKind.UInt64 or GgufKind.Int64 or GgufKind.Float64 or GgufKind.Text => 8,
        _ => throw new GgufException($"has an array of type {(uint)kind}; it is damaged"),
    };
}
