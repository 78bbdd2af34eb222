using System.Diagnostics;
using BitBuddy;
using BitBuddy.App;
using BitBuddy.App.Bench;
using BitBuddy.App.Screens;
using BitBuddy.Files.Contents.Readers;
using BitBuddy.Llama.Bench;
using BitBuddy.Llama.Worker;

// The brain's process is this same executable.
if (args is ["__worker"])
    return LlamaWorker.Run();
// So is the process that reads files.
if (args is [ReaderStart.Verb, var desk])
    return FileReader.Run(desk);

var clock = TimeProvider.System;
var startedAt = clock.GetTimestamp() - ProcessAge(clock).Ticks * clock.TimestampFrequency / TimeSpan.TicksPerSecond;
// So is what `bench` compares it with.
if (args is [PlainSettings.Verb, ..])
    return PlainProcess.Run(args, startedAt, clock);
using var interrupt = new Interrupt();
await using var session = new Session(args, Terminal.OfProcess(), interrupt, clock, startedAt,
    WorkerLoader.Create(Environment.ProcessPath!, BuddyHome.Locate), WorkerLoader.CreateShrinker(Environment.ProcessPath!),
    reader: new ReaderStart(Environment.ProcessPath!));
return await Cli.RunAsync(session, interrupt.Command);

static TimeSpan ProcessAge(TimeProvider clock)
{
    using var self = Process.GetCurrentProcess();
    var age = clock.GetUtcNow() - self.StartTime.ToUniversalTime();
    return age > TimeSpan.Zero ? age : TimeSpan.Zero;
}
