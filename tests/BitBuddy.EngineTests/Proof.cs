namespace BitBuddy.EngineTests;

/// <summary>How long the long proofs are.</summary>
internal static class Proof
{
    /// <summary>BITBUDDY_PROOF=full is set.</summary>
    public static bool IsFull => Environment.GetEnvironmentVariable("BITBUDDY_PROOF") == "full";

    /// <summary>BITBUDDY_PROOF_SEED, else the one given.</summary>
    public static int Seed(int usual) => int.TryParse(Environment.GetEnvironmentVariable("BITBUDDY_PROOF_SEED"), out var seed) ? seed : usual;

    /// <summary>The full size where it is asked for, else one in twenty.</summary>
    public static int Size(int full) => IsFull ? full : Math.Max(1, full / 20);
}
