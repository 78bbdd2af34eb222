namespace BitBuddy.Brains;

/// <summary>The brain an app may be handed out with: it lies beside the executable and is used without any set-up.</summary>
public static class EmbeddedBrain
{
    /// <summary>Where it would lie.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "models", "buddy-brain.gguf");
}
