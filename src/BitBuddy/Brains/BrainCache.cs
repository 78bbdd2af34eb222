namespace BitBuddy.Brains;

/// <summary>The contents of <c>model_cache.json</c>: the brains verified on this machine.</summary>
public sealed record BrainCache
{
    public int Schema { get; set; } = 1;
    public required IReadOnlyList<KnownBrain> Brains { get; init; }
}
