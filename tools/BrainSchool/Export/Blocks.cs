using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BitBuddy.App.Bench.Models;

namespace BrainSchool.Export;

/// <summary>Floats as the blocks of a file: F32, F16, or Q8_0 (32 whole numbers and their scale).</summary>
internal static class Blocks
{
    public static byte[] Of(ReadOnlySpan<float> values, WeightType type)
    {
        if (type == WeightType.F32)
            return MemoryMarshal.AsBytes(values).ToArray();
        var blocks = new byte[values.Length / type.Weights * type.Bytes];
        if (type == WeightType.F16)
        {
            for (var i = 0; i < values.Length; i++)
                BinaryPrimitives.WriteHalfLittleEndian(blocks.AsSpan(2 * i), (Half)values[i]);
            return blocks;
        }

        for (var i = 0; i < values.Length / type.Weights; i++)
            Round(values.Slice(i * type.Weights, type.Weights), blocks.AsSpan(i * type.Bytes, type.Bytes));
        return blocks;
    }

    private static void Round(ReadOnlySpan<float> values, Span<byte> block)
    {
        var scale = Math.Abs(TensorPrimitives.MaxMagnitude(values)) / 127;
        BinaryPrimitives.WriteHalfLittleEndian(block, (Half)scale);
        for (var i = 0; i < values.Length; i++)
            block[2 + i] = (byte)(sbyte)(scale > 0 ? MathF.Round(values[i] / scale) : 0);
    }
}
