using System.Numerics;
using System.Runtime.InteropServices;

namespace BitBuddy.Platform;

/// <summary>How fast this machine reads its memory: what bounds the speed of a reply, for which all weights are read once a word.</summary>
internal static class MemorySpeed
{
    // Larger than the caches of most processors, read within some hundredths of a second.
    private const int Bytes = 96 << 20;
    private const int Rounds = 3;

    /// <summary>Bytes a second, by so many threads: the best of a few rounds.</summary>
    public static double Measure(int threads, TimeProvider clock)
    {
        var memory = GC.AllocateUninitializedArray<byte>(Bytes);
        // Pages come into being when they are written.
        memory.AsSpan().Fill(1);
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var begun = clock.GetTimestamp();
            Read(memory, threads);
            best = Math.Max(best, Bytes / Math.Max(clock.GetElapsedTime(begun).TotalSeconds, 1e-6));
        }

        return best;
    }

    private static void Read(byte[] memory, int threads)
    {
        var part = memory.Length / threads;
        Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => Sum(memory.AsSpan(i * part, part)));
    }

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
