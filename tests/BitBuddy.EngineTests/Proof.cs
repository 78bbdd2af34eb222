namespace BitBuddy.EngineTests;

/// <summary>How long a seeded proof runs.</summary>
internal static class Proof
{
    /// <summary>The full size where BITBUDDY_PROOF=full is set, else one in twenty.</summary>
    public static int Size(int full) => Environment.GetEnvironmentVariable("BITBUDDY_PROOF") == "full" ? full : Math.Max(1, full / 20);
}
