using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Llama;
using BitBuddy.Llama.States;
using BitBuddy.Llama.Worker;
using Microsoft.Extensions.AI;

namespace BitBuddy.App;

/// <summary>Starts brains, each in a process of its own, and shows them as the buddy knows them.</summary>
internal static class WorkerLoader
{
    /// <summary>Null where no engine is installed.</summary>
    /// <param name="executable">The program, which is the worker too.</param>
    /// <param name="home">Whose home the states are kept in; asked at each start.</param>
    public static BrainLoader? Create(string executable, Func<BuddyHome> home) => !Directory.Exists(EngineFolder.Find()) ? null : async (brain, settings, cancellationToken) =>
        Show(await WorkerChatClient.StartAsync(
            new WorkerSettings
            {
                Executable = executable,
                ModelPath = brain.Path,
                Llama = new LlamaSettings
                {
                    ContextSize = brain.SpeaksInSlots ? PromptBudget.SlotContext : settings.ContextSize,
                    // A few threads wait for each other longer than they compute so little.
                    Threads = brain.SpeaksInSlots ? 1 : settings.Threads,
                    GpuLayers = settings.GpuLayers,
                    Repack = settings.Mode == BrainMode.Quick,
                },
                // Its prompts have no head worth keeping.
                States = settings.StateBytes == 0 || brain.SpeaksInSlots ? null : new StateSettings(home().States, brain.Sha256, PromptBudget.Layout, settings.StateBytes),
            }, cancellationToken));

    /// <summary>What shrinks brains, each in a process of its own; null where no engine is installed.</summary>
    public static BrainShrinker? CreateShrinker(string executable) => !Directory.Exists(EngineFolder.Find()) ? null : (from, to, kind, progress, cancellationToken) =>
        WorkerShrink.RunAsync(
            new WorkerSettings
            {
                Executable = executable,
                ModelPath = from,
                Llama = new LlamaSettings { Threads = Math.Min(2, Environment.ProcessorCount) },
                // One large tensor is one step.
                HangDeadline = TimeSpan.FromMinutes(10),
            },
            to, Enum.Parse<ShrinkType>(kind.Id.Replace("_", "", StringComparison.Ordinal), ignoreCase: true), progress, cancellationToken);

    private static LoadedBrain Show(WorkerChatClient client) => new(client, (prompt, token) => CountAsync(client, prompt, token), new WorkerRewind(client))
    {
        ProcessId = client.ProcessId,
        Prepare = (begun, token) => client.PrepareAsync(begun, token),
        Exited = DiagnosisAsync(client),
    };

    private static async Task<PromptTokens> CountAsync(WorkerChatClient client, IReadOnlyList<ChatMessage> prompt, CancellationToken cancellationToken)
    {
        var count = await client.CountAsync(prompt, cancellationToken);
        return new PromptTokens(count.Total, count.Parts);
    }

    private static async Task<string> DiagnosisAsync(WorkerChatClient client)
    {
        await client.Exited;
        return client.Diagnosis!;
    }
}
