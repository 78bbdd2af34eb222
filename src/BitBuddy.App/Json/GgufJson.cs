using BitBuddy.Brains;
using BitBuddy.Llama.Templates;

namespace BitBuddy.App.Json;

internal sealed record GgufJson(
    string Architecture, string? Name, long Parameters, string Quantisation, long? ContextLength, bool ChatTemplate, string? TemplateFamily, int? PromptLayout, BrainMemoryJson Memory)
{
    public static GgufJson Of(GgufInfo info, BrainMemory memory, int contextSize) => new(
        info.Architecture, info.Name, info.Parameters, info.Quantisation, info.ContextLength, info.ChatTemplate is not null,
        Llama.Templates.TemplateFamily.Of(info.ChatTemplate), info.Slots is null ? null : KnownBrain.SlotLayout, new BrainMemoryJson(memory.Weights, memory.Context, memory.Overhead, memory.Total, contextSize));
}
