using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BitBuddy.Platform;

/// <summary>How fast this machine reads its memory: what bounds the speed of a reply, for which all weights are read once a word.</summary>
internal static class MemorySpeed
{
    // Larger than the caches of most processors, read within some hundredths of a second.
    private const int Bytes = 96 << 20;
    private const int Block = 1 << 20;

    /// <summary>Bytes a second, by so many threads. Other programs that use the processor meanwhile change it little.</summary>
    public static double Measure(int threads, TimeProvider clock)
    {
        var memory = GC.AllocateUninitializedArray<byte>(Bytes);
        // Pages come into being when they are written.
        memory.AsSpan().Fill(1);
        var speeds = new double[threads];
        var readers = Enumerable.Range(0, threads)
            .Select(i => new Thread(() => speeds[i] = SpeedOf(memory.AsSpan(i * (Bytes / threads), Bytes / threads), clock)) { IsBackground = true })
            .ToList();
        readers.ForEach(reader => reader.Start());
        readers.ForEach(reader => reader.Join());
        return speeds.Sum();
    }

    // A reader that is put aside within a block makes that block slow, and no other: three quarters of the way to the fastest.
    private static double SpeedOf(Span<byte> part, TimeProvider clock)
    {
        var speeds = new double[Math.Max(1, part.Length / Block)];
        for (var i = 0; i < speeds.Length; i++)
        {
            var block = part.Slice(i * Block, Math.Min(Block, part.Length));
            var begun = clock.GetTimestamp();
            _ = Sum(block);
            speeds[i] = block.Length / Math.Max(clock.GetElapsedTime(begun).TotalSeconds, 1e-7);
        }

        Array.Sort(speeds);
        return speeds[speeds.Length * 3 / 4];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Sum(ReadOnlySpan<byte> bytes)
    {
        var (a, b, c, d) = (Vector<long>.Zero, Vector<long>.Zero, Vector<long>.Zero, Vector<long>.Zero);
        var vectors = MemoryMarshal.Cast<byte, Vector<long>>(bytes);
        for (var i = 0; i + 3 < vectors.Length; i += 4)
        {
            a += vectors[i];
            b += vectors[i + 1];
            c += vectors[i + 2];
            d += vectors[i + 3];
        }

        return Vector.Sum(a + b + c + d);
    }
}
