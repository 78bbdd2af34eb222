namespace BitBuddy.Tests;

/// <summary>How long the long proofs are.</summary>
internal static class Proof
{
    /// <summary>The full size where BITBUDDY_PROOF=full is set, else one in twenty.</summary>
    public static int Size(int full) => Environment.GetEnvironmentVariable("BITBUDDY_PROOF") == "full" ? full : Math.Max(1, full / 20);
}
