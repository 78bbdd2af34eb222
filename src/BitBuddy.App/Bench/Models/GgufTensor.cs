namespace BitBuddy.App.Bench.Models;

/// <summary>One tensor of a file to be written.</summary>
/// <param name="Sides">The first one is the length of a row.</param>
/// <param name="Spread">Standard deviation of its random weights.</param>
internal sealed record GgufTensor(string Name, WeightType Type, int[] Sides, double Spread)
{
    /// <summary>Its blocks where they are not random, as the file has them.</summary>
    public byte[]? Blocks { get; init; }

    /// <summary>Bytes.</summary>
    public long Length => Sides.Aggregate(1L, (weights, side) => weights * side) / Type.Weights * Type.Bytes;

    /// <summary>The next bytes of it: whole blocks.</summary>
    /// <param name="from">Bytes before them.</param>
    public void Fill(Span<byte> blocks, long from, RandomBytes random)
    {
        if (Blocks is not null)
            Blocks.AsSpan((int)from, blocks.Length).CopyTo(blocks);
        else
            Type.Fill(blocks, random, Spread);
    }
}
