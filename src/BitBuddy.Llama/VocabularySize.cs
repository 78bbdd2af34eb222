using System.Text;

namespace BitBuddy.Llama;

/// <summary>How many tokens a GGUF file has, read without its tokens.</summary>
/// <param name="Architecture">As "llama", "qwen2".</param>
/// <param name="Count">Tokens.</param>
internal sealed record VocabularySize(string Architecture, int Count)
{
    private const int MostText = 1 << 20;
    private const int Strings = 8;
    private const int Arrays = 9;

    // Bytes of a value of each type: u8 i8 u16 i16 u32 i32 f32 bool, text, array, u64 i64 f64.
    private static ReadOnlySpan<byte> Bytes => [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];

    /// <summary>Null where the file does not say it plainly; whoever loads the whole file finds out why.</summary>
    public static VocabularySize? Read(string path)
    {
        try
        {
            using var reader = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 14));
            return Read(reader);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OverflowException)
        {
            return null;
        }
    }

    private static VocabularySize? Read(BinaryReader reader)
    {
        if (reader.ReadUInt32() != 0x46554747 || reader.ReadUInt32() is < 2 or > 3)
            return null;
        reader.ReadUInt64();
        string? architecture = null;
        for (var left = reader.ReadUInt64(); left > 0; left--)
        {
            var key = Text(reader);
            var type = reader.ReadUInt32();
            if (key == "general.architecture" && type == Strings)
                architecture = Text(reader);
            else if (key == "tokenizer.ggml.tokens" && type == Arrays)
                return reader.ReadUInt32() == Strings && architecture is not null ? new VocabularySize(architecture, checked((int)reader.ReadUInt64())) : null;
            else if (!Skip(reader, type, 1))
                return null;
        }

        return null;
    }

    private static bool Skip(BinaryReader reader, uint type, ulong count)
    {
        if (type == Arrays)
            return count == 1 && reader.ReadUInt32() is var inner and not Arrays && Skip(reader, inner, reader.ReadUInt64());
        if (type >= Bytes.Length)
            return false;
        if (type != Strings)
        {
            reader.BaseStream.Seek(checked((long)(count * Bytes[(int)type])), SeekOrigin.Current);
            return true;
        }

        for (; count > 0; count--)
            reader.BaseStream.Seek(Length(reader), SeekOrigin.Current);
        return true;
    }

    private static string Text(BinaryReader reader) => Encoding.UTF8.GetString(reader.ReadBytes(Length(reader)));

    private static int Length(BinaryReader reader) =>
        reader.ReadUInt64() is <= MostText and var length ? (int)length : throw new InvalidDataException();
}
