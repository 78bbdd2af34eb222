namespace BitBuddy.App.Bench.Models;

/// <summary>The shapes there are: real ones, and a tiny one for trying.</summary>
internal static class ModelShapes
{
    public static IReadOnlyList<ModelShape> All { get; } =
    [
        new()
        {
            Name = "qwen2.5-1.5b", Architecture = "qwen2", Layers = 28, Width = 1536, FeedForward = 8960, Heads = 12, KeyHeads = 2, HeadSize = 128,
            Context = 32_768, RopeBase = 1_000_000, NormEpsilon = 1e-6f, Tied = true, Biases = true, Vocabulary = VocabularyShape.Qwen2,
        },
        new()
        {
            Name = "tinyllama-1.1b", Architecture = "llama", Layers = 22, Width = 2048, FeedForward = 5632, Heads = 32, KeyHeads = 4, HeadSize = 64,
            Context = 2048, RopeBase = 10_000, NormEpsilon = 1e-5f, Vocabulary = VocabularyShape.Zephyr,
        },
        new()
        {
            Name = "llama3.2-1b", Architecture = "llama", Layers = 16, Width = 2048, FeedForward = 8192, Heads = 32, KeyHeads = 8, HeadSize = 64,
            Context = 131_072, RopeBase = 500_000, NormEpsilon = 1e-5f, Tied = true, StretchedRope = true, Vocabulary = VocabularyShape.Llama3,
        },
        new()
        {
            Name = "qwen3-0.6b", Architecture = "qwen3", Layers = 28, Width = 1024, FeedForward = 3072, Heads = 16, KeyHeads = 8, HeadSize = 128,
            Context = 40_960, RopeBase = 1_000_000, NormEpsilon = 1e-6f, Tied = true, HeadNorms = true, Vocabulary = VocabularyShape.Qwen3,
        },
        new()
        {
            Name = "qwen3-1.7b", Architecture = "qwen3", Layers = 28, Width = 2048, FeedForward = 6144, Heads = 16, KeyHeads = 8, HeadSize = 128,
            Context = 40_960, RopeBase = 1_000_000, NormEpsilon = 1e-6f, Tied = true, HeadNorms = true, Vocabulary = VocabularyShape.Qwen3,
        },
        new()
        {
            Name = "tiny", Architecture = "qwen2", Layers = 2, Width = 256, FeedForward = 768, Heads = 4, KeyHeads = 2, HeadSize = 64,
            Context = 2048, RopeBase = 10_000, NormEpsilon = 1e-6f, Tied = true, Biases = true, Vocabulary = VocabularyShape.Qwen2 with { Size = 8192 },
        },
    ];

    public static string Names => string.Join("|", All.Select(shape => shape.Name));

    /// <exception cref="BuddyException">There is none of that name.</exception>
    public static ModelShape Of(string name) => All.FirstOrDefault(shape => shape.Name == name)
        ?? throw new BuddyException($"There is no shape {Display.Line(name)}; choose one of {Names}.", ExitCode.Usage);
}
