using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Llama.Templates;

namespace BitBuddy.App.Screens;

/// <summary>Draws the list of brains, and what a brain's file says of itself.</summary>
internal static class BrainScreen
{
    public static void List(Terminal terminal, IReadOnlyList<KnownBrain> brains, string? used, IReadOnlyList<PausedPull> paused)
    {
        if (brains.Count == 0)
            terminal.Say("No brain is known yet; `bitbuddy brain pull tiny` fetches one, `bitbuddy brain import FILE.gguf` takes one of yours. Without one I answer by rules.");
        foreach (var brain in brains)
            terminal.Say($"{(brain.Sha256 == used ? "*" : " ")} {brain.Name}  {Said.Size(brain.Bytes)}  {brain.Sha256[..12]}  {brain.Path}{(brain.FirstSeen ? " (first seen)" : "")}{(File.Exists(brain.Path) ? "" : " (not there now)")}");
        foreach (var pull in paused)
            terminal.Say($"  {pull.File.Name}  {Said.Size(pull.Bytes)} of {Said.Size(pull.Total)}  {(pull.IsActive ? "being fetched" : "paused; `bitbuddy brain pull` goes on with it")}");
    }

    public static void Draw(Terminal terminal, KnownBrain brain, GgufInfo info, BrainMemory memory, int contextSize)
    {
        terminal.Say($"{brain.Name}{(info.Name is { } name ? $" ({name})" : "")}");
        terminal.Say($"  {info.Architecture}, {Said.Number(info.Parameters)} parameters, {info.Quantisation}, {Said.Size(brain.Bytes)}");
        terminal.Say($"  trained for {(info.ContextLength is { } tokens ? $"{Said.Number(tokens)} tokens" : "an unknown number of tokens")}, chat template {Template(info)}");
        if (info.Slots is not null)
        {
            terminal.Say("  speaks in slots: it words what the index found, and makes small talk in a narrow world; names, numbers and dates are filled in from the facts");
            terminal.Say("  cannot reason about texts and knows nothing of the world; for that a bigger brain is worth its download (`bitbuddy brain list`)");
        }

        terminal.Say($"  needs about {Said.Size(memory.Total)} of memory: {Said.Size(memory.Weights)} weights (shared with the file), "
            + $"{(memory.Context is { } context ? $"{Said.Size(context)} for {Said.Number(contextSize)} tokens" : "its context, which the file does not tell")}, {Said.Size(memory.Overhead)} for the engine");
        terminal.Say($"  sha256 {brain.Sha256}");
        terminal.Say($"  {brain.Path} ({brain.Origin}{(brain.Source is { } source ? $" from {source}" : "")}{(brain.FirstSeen ? ", first seen: the hub gave no sha256" : "")})");
        if (brain.Licence is { } licence)
            terminal.Say($"  licence {licence}");
    }

    private static string Template(GgufInfo info) =>
        info.Slots is not null ? "none: slots" : info.ChatTemplate is null ? "none: plain lines" : TemplateFamily.Of(info.ChatTemplate) ?? "of no family known here: the engine's own list, else plain lines";
}
