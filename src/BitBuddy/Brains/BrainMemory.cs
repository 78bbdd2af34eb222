namespace BitBuddy.Brains;

/// <summary>About what a brain needs of memory while awake, in bytes.</summary>
/// <param name="Weights">The tensors; the system can drop and read them again, since they lie in the file.</param>
/// <param name="Context">The working memory for the tokens of prompt and reply; null where the file does not say enough.</param>
/// <param name="Overhead">The process itself and the engine's buffers: measured at 20 to 45 MB for models of 1 to 2 billion weights.</param>
public sealed record BrainMemory(long Weights, long? Context, long Overhead)
{
    private const long Usual = 40_000_000;

    public long Total => Weights + (Context ?? 0) + Overhead;

    public static BrainMemory Of(GgufInfo info, int contextSize) => Of(info.WeightBytes, info.Shape, contextSize);

    public static BrainMemory Of(long weights, BrainShape? shape, int contextSize) => new(weights, shape?.MemoryFor(contextSize), Usual);
}
