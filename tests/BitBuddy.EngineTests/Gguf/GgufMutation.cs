using System.Buffers.Binary;
using System.Text;

namespace BitBuddy.EngineTests.Gguf;

/// <summary>Damages GGUF files in ways that a disk, a bad converter or an enemy would; the same seed, the same damage.</summary>
public sealed class GgufMutation(byte[] whole, byte[] other, int seed)
{
    private static readonly string[] Names =
    [
        "general.architecture", "context_length", "embedding_length", "block_count", "feed_forward_length",
        "attention.head_count", "attention.head_count_kv", "attention.key_length", "attention.value_length",
        "attention.layer_norm_rms_epsilon", "rope.dimension_count", "vocab_size", "tokenizer.ggml.model",
        "tokenizer.ggml.tokens", "tokenizer.ggml.scores", "tokenizer.ggml.token_type", "tokenizer.ggml.bos_token_id",
        "tokenizer.ggml.eos_token_id", "tokenizer.ggml.add_bos_token", "token_embd.weight", "output_norm.weight", "output.weight",
        "blk.0.attn_norm.weight", "blk.0.attn_q.weight", "blk.0.attn_k.weight", "blk.0.ffn_down.weight",
    ];

    private static readonly ulong[] Hostile =
        [0, 1, 2, 3, 7, 31, 33, 255, 512, 513, 65_535, 65_536, int.MaxValue, 1UL << 31, uint.MaxValue, 0x7FC00000, 0xBF800000, 1UL << 40, 1UL << 63, ulong.MaxValue];

    private readonly Random _random = new(seed);

    /// <summary>The damaged file and a word on what was done to it.</summary>
    public (byte[] Bytes, string Damage) Make()
    {
        var bytes = (byte[])whole.Clone();
        return _random.Next(6) switch
        {
            0 => (Flip(bytes, Names[_random.Next(Names.Length)], out var at), $"bits flipped near {at}"),
            1 => (Flip(bytes), "bits flipped anywhere"),
            2 => (bytes[..Cut(bytes.Length)], "cut"),
            3 => Splice(bytes),
            _ => Overwrite(bytes),
        };
    }

    private byte[] Flip(byte[] bytes, string name, out string where)
    {
        var begin = Find(bytes, name);
        where = name;
        for (var i = _random.Next(1, 4); i > 0; i--)
            bytes[begin + _random.Next(Math.Min(name.Length + 40, bytes.Length - begin))] ^= (byte)(1 << _random.Next(8));
        return bytes;
    }

    private byte[] Flip(byte[] bytes)
    {
        for (var i = _random.Next(1, 16); i > 0; i--)
            bytes[_random.Next(Math.Min(bytes.Length, 40_000))] ^= (byte)(1 << _random.Next(8));
        return bytes;
    }

    private int Cut(int length) => _random.Next(2) == 0 ? _random.Next(length) : _random.Next(Math.Min(length, 2000));

    private (byte[], string) Splice(byte[] bytes)
    {
        var (to, from) = (_random.Next(Math.Min(bytes.Length, 40_000)), _random.Next(Math.Min(other.Length, 40_000)));
        var length = Math.Min(_random.Next(1, 4000), Math.Min(bytes.Length - to, other.Length - from));
        return _random.Next(3) switch
        {
            0 => ([.. bytes[..to], .. other[from..]], "another file's end"),
            1 => ([.. bytes[..to], .. bytes[Math.Min(bytes.Length, to + length)..]], "a piece is gone"),
            _ => ([.. bytes[..to], .. other.AsSpan(from, length), .. bytes[(to + length)..]], "another file's piece"),
        };
    }

    // Behind a name: a value's type and the value itself, or a tensor's dimensions, type and offset; 4 bytes or 8.
    private (byte[], string) Overwrite(byte[] bytes)
    {
        var name = Names[_random.Next(Names.Length)];
        var step = _random.Next(8) * 4;
        var at = Math.Min(Find(bytes, name) + name.Length + step, bytes.Length - 8);
        var value = Hostile[_random.Next(Hostile.Length)];
        if (_random.Next(3) == 0)
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), (uint)value);
        return (bytes, $"{value:x} at {name}+{step}");
    }

    private static int Find(byte[] bytes, string name) => Math.Max(0, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)));
}
