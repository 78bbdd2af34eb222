using System.Diagnostics;
using BitBuddy;
using BitBuddy.App;
using BitBuddy.App.Bench;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Llama;
using BitBuddy.Llama.Bench;
using BitBuddy.Llama.States;
using BitBuddy.Llama.Worker;

// The brain's process is this same executable.
if (args is ["__worker"])
    return LlamaWorker.Run();

var clock = TimeProvider.System;
var startedAt = clock.GetTimestamp() - ProcessAge(clock).Ticks * clock.TimestampFrequency / TimeSpan.TicksPerSecond;
// So is what `bench` compares it with.
if (args is [PlainSettings.Verb, ..])
    return PlainProcess.Run(args, startedAt, clock);
using var interrupt = new Interrupt();
await using var session = new Session(args, Terminal.OfProcess(), interrupt, clock, startedAt, Loader());
return await Cli.RunAsync(session, interrupt.Command);

static TimeSpan ProcessAge(TimeProvider clock)
{
    using var self = Process.GetCurrentProcess();
    var age = clock.GetUtcNow() - self.StartTime.ToUniversalTime();
    return age > TimeSpan.Zero ? age : TimeSpan.Zero;
}

static BrainLoader? Loader() => !Directory.Exists(EngineFolder.Find()) ? null : async (brain, settings, cancellationToken) =>
{
    var client = await WorkerChatClient.StartAsync(
        new WorkerSettings
        {
            Executable = Environment.ProcessPath!,
            ModelPath = brain.Path,
            Llama = new LlamaSettings
            {
                ContextSize = settings.ContextSize,
                Threads = settings.Threads,
                GpuLayers = settings.GpuLayers,
                Repack = settings.Mode == BrainMode.Quick,
            },
            States = settings.StateBytes == 0 ? null : new StateSettings(BuddyHome.Locate().States, brain.Sha256, PromptBudget.Layout, settings.StateBytes),
        }, cancellationToken);
    return new LoadedBrain(client, async (prompt, token) =>
    {
        var count = await client.CountAsync(prompt, token);
        return new PromptTokens(count.Total, count.Parts);
    }, new WorkerRewind(client))
    {
        ProcessId = client.ProcessId,
        Prepare = (head, token) => client.PrepareAsync([head], token),
        Exited = DiagnosisAsync(client),
    };
};

static async Task<string> DiagnosisAsync(WorkerChatClient client)
{
    await client.Exited;
    return client.Diagnosis!;
}
