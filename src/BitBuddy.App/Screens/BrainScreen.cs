using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Llama.Templates;

namespace BitBuddy.App.Screens;

/// <summary>Draws what a brain's file says of itself.</summary>
internal static class BrainScreen
{
    public static void Draw(Terminal terminal, KnownBrain brain, GgufInfo info, BrainMemory memory, int contextSize)
    {
        terminal.Say($"{brain.Name}{(info.Name is { } name ? $" ({name})" : "")}");
        terminal.Say($"  {info.Architecture}, {Said.Number(info.Parameters)} parameters, {info.Quantisation}, {Said.Size(brain.Bytes)}");
        terminal.Say($"  trained for {(info.ContextLength is { } tokens ? $"{Said.Number(tokens)} tokens" : "an unknown number of tokens")}, chat template {Template(info)}");
        terminal.Say($"  needs about {Said.Size(memory.Total)} of memory: {Said.Size(memory.Weights)} weights (shared with the file), "
            + $"{(memory.Context is { } context ? $"{Said.Size(context)} for {Said.Number(contextSize)} tokens" : "its context, which the file does not tell")}, {Said.Size(memory.Overhead)} for the engine");
        terminal.Say($"  sha256 {brain.Sha256}");
        terminal.Say($"  {brain.Path} ({brain.Origin})");
    }

    private static string Template(GgufInfo info) =>
        info.ChatTemplate is null ? "none: plain lines" : TemplateFamily.Of(info.ChatTemplate) ?? "of no family known here: the engine's own list, else plain lines";
}
