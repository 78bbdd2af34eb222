using System.Buffers.Binary;
using System.Text;
using BitBuddy.Brains;

namespace BitBuddy.App.Bench.Models;

/// <summary>The vocabulary of another GGUF file, copied entry by entry as it stands there.</summary>
internal sealed class GivenVocabulary
{
    private const string Tokens = "tokenizer.ggml.tokens";
    private const string Template = "tokenizer.chat_template";
    private readonly byte[] _bytes;
    private int _at;

    private GivenVocabulary(byte[] bytes) => _bytes = bytes;

    /// <summary>Writes all that begins with <c>tokenizer.</c> into a file; a template of its own stays away.</summary>
    /// <returns>How many tokens it has.</returns>
    /// <exception cref="BuddyException">No sound GGUF file, or one without a vocabulary.</exception>
    public static int AddTo(GgufFile file, string path)
    {
        BrainGate.Check(path, needsWeights: false);
        try
        {
            return new GivenVocabulary(HeadOf(path)).CopyTo(file) is > 0 and var size
                ? size
                : throw new BuddyException($"{Display.Line(path)} holds no vocabulary; name another file.");
        }
        catch (ArgumentException e)
        {
            throw new BuddyException($"{Display.Line(path)} has a header too long to copy; name another file.", inner: e);
        }
    }

    // Vocabularies stand in the first few megabytes; weights are not read.
    private static byte[] HeadOf(string path)
    {
        const int Most = 64 << 20;
        using var stream = File.OpenRead(path);
        var bytes = new byte[Math.Min(Most, stream.Length)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private int CopyTo(GgufFile file)
    {
        _at = 16;
        var size = 0;
        for (var left = U64(); left > 0; left--)
        {
            var begin = _at;
            var key = Text();
            var type = U32();
            var value = _at;
            Skip(type);
            if (key == Tokens)
                size = (int)BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan(value + 4));
            if (key.StartsWith("tokenizer.", StringComparison.Ordinal) && key != Template)
                file.AddRaw(_bytes.AsSpan(begin, _at - begin));
        }

        return size;
    }

    private void Skip(uint type)
    {
        if (type == 8)
            Text();
        else if (type != 9)
            _at += SizeOf(type);
        else
            for (var (each, left) = (U32(), U64()); left > 0; left--)
                Skip(each);
    }

    private static int SizeOf(uint type) => type switch { 0 or 1 or 7 => 1, 2 or 3 => 2, 4 or 5 or 6 => 4, _ => 8 };

    private string Text()
    {
        var length = (int)U64();
        _at += length;
        return Encoding.UTF8.GetString(_bytes, _at - length, length);
    }

    private uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan((_at += 4) - 4));

    private ulong U64() => BinaryPrimitives.ReadUInt64LittleEndian(_bytes.AsSpan((_at += 8) - 8));
}
