namespace BitBuddy.Brains;

/// <summary>What a GGUF file says of itself.</summary>
/// <param name="Architecture">As "llama", "qwen2".</param>
/// <param name="Parameters">Weights of all tensors.</param>
/// <param name="Quantisation">The type most weights have, as "Q4_K".</param>
/// <param name="ContextLength">Tokens the model was trained for; null where it does not say.</param>
/// <param name="ChatTemplate">The template's text as data; never run.</param>
/// <param name="NeededBytes">The length the header asks of the file.</param>
/// <param name="WeightBytes">Of them, the weights.</param>
/// <param name="Shape">What the working memory depends on; null where the file does not say.</param>
/// <param name="Slots">How it speaks in slots; null where it does not.</param>
public sealed record GgufInfo(
    string Architecture, string? Name, long Parameters, string Quantisation, long? ContextLength, string? ChatTemplate, long NeededBytes,
    long WeightBytes, BrainShape? Shape, GgufSlots? Slots)
{
    internal static GgufInfo From(GgufKeys keys, GgufTensors weights, long neededBytes)
    {
        var architecture = keys.Text("general.architecture")!;
        return new GgufInfo(
            architecture, keys.Text("general.name"), weights.Parameters, weights.Quantisation, keys.Number($"{architecture}.context_length"),
            keys.Text("tokenizer.chat_template"), neededBytes, weights.End, BrainShape.From(keys, architecture), GgufSlots.From(keys));
    }
}
