using System.Buffers.Binary;
using System.Text;

namespace BitBuddy.EngineTests.Gguf;

/// <summary>A brain of one silent layer around a real vocabulary file, whose header is taken as it is but for the sizes.</summary>
public static class VocabularyBrain
{
    private const uint Width = 32;

    /// <param name="vocabulary">The bytes of a GGUF file of the architecture llama or phi3 without tensors.</param>
    /// <param name="tokens">How many it has.</param>
    public static byte[] Dress(byte[] vocabulary, int tokens)
    {
        var header = (byte[])vocabulary.Clone();
        foreach (var (key, value) in new[]
        {
            ("embedding_length", Width), ("block_count", 1u), ("feed_forward_length", Width), ("attention.head_count", 1u),
            ("attention.head_count_kv", 1u), ("rope.dimension_count", Width),
        })
            Set(header, key, value);

        (string Name, ulong[] Shape)[] tensors =
        [
            ("token_embd.weight", [Width, (ulong)tokens]), ("output.weight", [Width, (ulong)tokens]), ("output_norm.weight", [Width]),
            ("blk.0.attn_norm.weight", [Width]), ("blk.0.attn_output.weight", [Width, Width]), ("blk.0.ffn_norm.weight", [Width]),
            ("blk.0.ffn_down.weight", [Width, Width]), .. Split(header.AsSpan().IndexOf("phi3.block_count"u8) >= 0),
        ];
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(8), (ulong)tensors.Length);

        var file = new MemoryStream();
        var writer = new BinaryWriter(file);
        writer.Write(header);
        var offset = 0UL;
        foreach (var (name, shape) in tensors)
        {
            writer.Write((ulong)name.Length);
            writer.Write(Encoding.ASCII.GetBytes(name));
            writer.Write((uint)shape.Length);
            Array.ForEach(shape, writer.Write);
            writer.Write(0u);
            writer.Write(offset);
            offset += shape.Aggregate(4UL, (bytes, side) => bytes * side);
        }

        file.SetLength((file.Length + 31) / 32 * 32 + (long)offset);
        return file.ToArray();
    }

    // One architecture holds in one matrix what the other holds in several.
    private static (string, ulong[])[] Split(bool isPhi) => isPhi
        ? [("blk.0.attn_qkv.weight", [Width, Width * 3]), ("blk.0.ffn_up.weight", [Width, Width * 2])]
        :
        [
            ("blk.0.attn_q.weight", [Width, Width]), ("blk.0.attn_k.weight", [Width, Width]), ("blk.0.attn_v.weight", [Width, Width]),
            ("blk.0.ffn_gate.weight", [Width, Width]), ("blk.0.ffn_up.weight", [Width, Width]),
        ];

    private static void Set(byte[] header, string key, uint value)
    {
        var at = header.AsSpan().IndexOf(Encoding.ASCII.GetBytes(key));
        // The key, the type (4: a 32-bit number), the number.
        if (at >= 0)
            BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(at + key.Length + 4), value);
    }
}
