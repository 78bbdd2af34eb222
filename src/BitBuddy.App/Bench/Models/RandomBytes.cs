using System.Runtime.InteropServices;

namespace BitBuddy.App.Bench.Models;

/// <summary>Seeded random bytes (SplitMix64), fast enough to write a gigabyte and the same on every machine.</summary>
internal sealed class RandomBytes(ulong seed)
{
    private ulong _state = seed;

    public void Fill(Span<byte> target)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(target);
        for (var i = 0; i < words.Length; i++)
            words[i] = Next();
        for (var i = words.Length * sizeof(ulong); i < target.Length; i++)
            target[i] = (byte)Next();
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
