using System.Diagnostics;
using BitBuddy;
using BitBuddy.App;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Llama;
using BitBuddy.Llama.Worker;

// The brain's process is this same executable.
if (args is ["__worker"])
    return LlamaWorker.Run();

var clock = TimeProvider.System;
var startedAt = clock.GetTimestamp() - ProcessAge(clock).Ticks * clock.TimestampFrequency / TimeSpan.TicksPerSecond;
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
        }, cancellationToken);
    return new LoadedBrain(client, async (prompt, token) =>
    {
        var count = await client.CountAsync(prompt, token);
        return new PromptTokens(count.Total, count.Parts);
    })
    {
        ProcessId = client.ProcessId,
        Exited = DiagnoseAsync(client),
    };
};

static async Task<string> DiagnoseAsync(WorkerChatClient client)
{
    await client.Exited;
    return client.Diagnosis ?? "The engine stopped.";
}
