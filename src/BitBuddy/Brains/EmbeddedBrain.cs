namespace BitBuddy.Brains;

/// <summary>The brains an app may be handed out with: they lie beside the executable and are used without any set-up.</summary>
public static class EmbeddedBrain
{
    /// <summary>What the small one that every app carries goes by.</summary>
    public const string Seed = "seed";

    /// <summary>Where one of the giver's choice would lie.</summary>
    public static string Path { get; } = Beside("buddy-brain.gguf");

    /// <summary>Where the small one lies; BITBUDDY_SEED names another file.</summary>
    public static string SeedPath { get; } = Environment.GetEnvironmentVariable("BITBUDDY_SEED") ?? Beside("buddy-brain-seed.gguf");

    private static string Beside(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "models", file);
}
