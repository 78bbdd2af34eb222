namespace BitBuddy.Brains;

/// <summary>What a GGUF file says of itself.</summary>
/// <param name="Architecture">As "llama", "qwen2".</param>
/// <param name="Parameters">Weights of all tensors.</param>
/// <param name="Quantisation">The type most weights have, as "Q4_K".</param>
/// <param name="ContextLength">Tokens the model was trained for; null where it does not say.</param>
/// <param name="ChatTemplate">The template's text as data; never run.</param>
/// <param name="NeededBytes">The length the header asks of the file.</param>
public sealed record GgufInfo(
    string Architecture, string? Name, long Parameters, string Quantisation, long? ContextLength, string? ChatTemplate, long NeededBytes);
