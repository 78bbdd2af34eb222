namespace BitBuddy.Platform;

/// <summary>Numbers below 2^53 that stand for a file.</summary>
internal static class FileIdentity
{
    private const ulong Mask = (1UL << 53) - 1;

    public static long Of(ulong device, ulong inode, long birthNs) => Fit(Mix(Mix(Mix(device) ^ inode) ^ (ulong)birthNs));

    /// <summary>Another number for a further path of the same file (a hard link).</summary>
    public static long Of(long identity, ReadOnlySpan<byte> path)
    {
        var hash = (ulong)identity;
        foreach (var b in path)
            hash = (hash ^ b) * 0x100000001b3;
        return Fit(Mix(hash));
    }

    /// <summary>The next number to try when one is taken.</summary>
    public static long After(long identity) => Fit((ulong)identity + 1);

    private static long Fit(ulong hash) => (long)Math.Max(hash & Mask, 1);

    // The finalizer of SplitMix64.
    private static ulong Mix(ulong x)
    {
        x += 0x9e3779b97f4a7c15;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }
}
