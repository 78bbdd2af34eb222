namespace BitBuddy.Brains;

/// <summary>How brains are run on this machine, as the user has set it.</summary>
public sealed record BrainSettings
{
    /// <summary>Tokens: the prompt's budget, a reply and a few to spare.</summary>
    public const int SmallestContext = 512;

    public BrainMode Mode { get; init; } = BrainMode.Quiet;

    public int Threads { get; init; } = Math.Min(2, Environment.ProcessorCount);

    /// <summary>Tokens that prompt and reply may hold together.</summary>
    public int ContextSize { get; init; } = SmallestContext;

    public int GpuLayers { get; init; }

    public KeepAlive KeepAlive { get; init; } = KeepAlive.Default;

    /// <summary>Most bytes of prefix states on disk; 0 keeps none.</summary>
    public long StateBytes { get; init; } = 256_000_000;
}
