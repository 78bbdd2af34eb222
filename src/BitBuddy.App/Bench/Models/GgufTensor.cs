using System.Runtime.InteropServices;

namespace BitBuddy.App.Bench.Models;

/// <summary>One tensor of a file to be written.</summary>
/// <param name="Sides">The first one is the length of a row.</param>
/// <param name="Spread">Standard deviation of its random weights.</param>
internal sealed record GgufTensor(string Name, WeightType Type, int[] Sides, double Spread)
{
    /// <summary>Its weights where they are not random.</summary>
    public float[]? Values { get; init; }

    /// <summary>Bytes.</summary>
    public long Length => Sides.Aggregate(1L, (weights, side) => weights * side) / Type.Weights * Type.Bytes;

    /// <summary>The next bytes of it: whole blocks.</summary>
    public void Fill(Span<byte> blocks, RandomBytes random)
    {
        if (Values is not null)
            MemoryMarshal.AsBytes(Values.AsSpan()).CopyTo(blocks);
        else
            Type.Fill(blocks, random, Spread);
    }
}
