namespace BitBuddy.Llama;

/// <summary>What a loaded model says of itself.</summary>
/// <param name="Description">Such as <c>qwen2 1.5B Q4_K - Medium</c>; escaped.</param>
/// <param name="Bytes">Size of the weights.</param>
/// <param name="Parameters">Number of weights.</param>
/// <param name="Template">The chat template's family; <c>plain</c> where it has none we know.</param>
/// <param name="ContextSize">Tokens its context holds now.</param>
/// <param name="TrainedContextSize">Tokens it was trained for.</param>
/// <param name="Engine">The engine's version.</param>
/// <param name="CpuBackend">The processor variant in use, null where it cannot be told.</param>
public sealed record ModelInfo(
    string Description, long Bytes, long Parameters, string Template, int ContextSize, int TrainedContextSize, string Engine, string? CpuBackend);
