using System.Buffers.Binary;

namespace BitBuddy.Brains;

/// <summary>What must hold of a vocabulary before an engine builds its tables from it.</summary>
internal static class GgufVocabulary
{
    public const string TokensKey = "tokenizer.ggml.tokens";
    public const string TypesKey = "tokenizer.ggml.token_type";
    private const string ScoresKey = "tokenizer.ggml.scores";
    private const string MergesKey = "tokenizer.ggml.merges";
    private const int MostTokens = 500_000;

    public static void ReadTokens(GgufBytes bytes, ulong count)
    {
        if (count > MostTokens)
            throw new GgufException($"has a vocabulary of {count} tokens; it is damaged");
        // Engines end their process where a token is there twice.
        var seen = new HashSet<ulong>((int)count);
        for (var i = 0UL; i < count; i++)
        {
            if (!seen.Add(Hash(bytes.ShortText())))
                throw new GgufException($"has token {i} of its vocabulary twice; it is damaged");
        }
    }

    public static void ReadTypes(GgufBytes bytes, ulong count)
    {
        for (var i = 0UL; i < count; i++)
        {
            if (bytes.U32() is var type and > 6)
                throw new GgufException($"has a token of unknown kind {type}; it is damaged");
        }
    }

    public static void Check(GgufKeys keys)
    {
        if (keys.Text("tokenizer.ggml.model") is null or "none" or "no_vocab"
            || keys.Find(TokensKey) is not { Kind: GgufKind.Text, Count: > 0 and var tokens })
            throw new GgufException("holds no vocabulary, so it cannot talk");
        CheckList(keys, ScoresKey, tokens, GgufKind.Float32);
        CheckList(keys, TypesKey, tokens, GgufKind.Int32);
        CheckList(keys, MergesKey, null, GgufKind.Text);
        foreach (var (key, value) in keys.All)
        {
            if (!key.StartsWith("tokenizer.ggml.", StringComparison.Ordinal) || !key.EndsWith("_token_id", StringComparison.Ordinal))
                continue;
            // Many good files have a padding token that is not in their list; nothing is ever padded here.
            if (value.Content is not long id || (id is < 0 || id >= tokens) && key != "tokenizer.ggml.padding_token_id")
                throw new GgufException($"names a special token that its vocabulary does not have ({Display.Line(key)}); it is damaged");
        }
    }

    private static void CheckList(GgufKeys keys, string key, long? count, GgufKind kind)
    {
        if (keys.Find(key) is not { } list)
            return;
        if (list.Kind != kind || list.Count is null || (count ?? list.Count) != list.Count)
            throw new GgufException($"has a vocabulary whose lists do not fit each other ({key}); it is damaged");
    }

    // 64 bits: among half a million tokens two different ones meet in one of a hundred million files.
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = 0x9e3779b97f4a7c15 ^ (ulong)text.Length;
        for (; text.Length >= 8; text = text[8..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
        var rest = 0UL;
        foreach (var letter in text)
            rest = (rest << 8) | letter;
        return Mix(hash ^ rest);
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }
}
