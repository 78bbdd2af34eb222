using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace BitBuddy.App.Bench.Models;

/// <summary>A type of weights in a GGUF file, and how random ones of it are made.</summary>
/// <param name="Number">As the file writes it.</param>
/// <param name="Weights">Weights a block holds.</param>
/// <param name="Bytes">Bytes a block takes.</param>
internal sealed record WeightType(uint Number, int Weights, int Bytes)
{
    public static readonly WeightType F32 = new(0, 1, 4);
    public static readonly WeightType F16 = new(1, 1, 2);
    public static readonly WeightType Q8_0 = new(8, 32, 34);
    public static readonly WeightType Q4_0 = new(2, 32, 18);
    public static readonly WeightType Q4_K = new(12, 256, 144);
    public static readonly WeightType Q6_K = new(14, 256, 210);

    // How far random blocks spread when their scale is 1; a scale of spread / this makes them spread as wanted.
    private const double Q4_0Spread = 4.61;
    private const double Q4_KSpread = 258;
    private const double Q6_KSpread = 1366;

    // Random minima of a Q4_K block lift its mean to zero when their scale is the mean of its 16 levels.
    private const double Q4_KMinimum = 7.5;

    /// <summary>Fills whole blocks with random weights around zero.</summary>
    /// <param name="random">Where they come from.</param>
    /// <param name="spread">Their standard deviation.</param>
    public void Fill(Span<byte> blocks, RandomBytes random, double spread)
    {
        random.Fill(blocks);
        for (var block = blocks; block.Length > 0; block = block[Bytes..])
        {
            if (this == Q4_0)
                Scale(block, spread / Q4_0Spread);
            else if (this == Q6_K)
                Scale(block[208..], spread / Q6_KSpread);
            else if (this == Q4_K)
                Scale(block, spread / Q4_KSpread, Q4_KMinimum);
            else
                MemoryMarshal.Write(block, (float)(spread * ((BinaryPrimitives.ReadUInt16LittleEndian(block) / 32_768.0) - 1)));
        }
    }

    private static void Scale(Span<byte> at, double scale, double minimum = 0)
    {
        BinaryPrimitives.WriteHalfLittleEndian(at, (Half)scale);
        if (minimum > 0)
            BinaryPrimitives.WriteHalfLittleEndian(at[2..], (Half)(minimum * scale));
    }
}
