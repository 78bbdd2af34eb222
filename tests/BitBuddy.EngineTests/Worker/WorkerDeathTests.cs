using System.Diagnostics;
using System.Globalization;
using BitBuddy.EngineTests.App;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.Worker;
using Microsoft.Extensions.AI;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.Worker;

/// <summary>Whatever becomes of the worker, in whatever phase: its parent learns it soon, in a sentence, and nothing is left of it.</summary>
[Collection(EngineCollection.Name)]
public sealed class WorkerDeathTests(EngineFixture engine)
{
    private const string Hung = "The engine stopped answering and was ended; ask again.";
    private const string Killed = "The engine was killed (SIGKILL), maybe by the system for want of memory; ask again, or choose a smaller brain.";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    private static readonly string Endless = string.Join(' ', Enumerable.Repeat("la le li lo lu", 4000));

    [Theory]
    [InlineData("KILL", Killed)]
    [InlineData("STOP", Hung)]
    public async Task StartAsync_WorkerLostWhileItLoads_SaysHow(string signal, string sentence)
    {
        Machine.NeedsLinux();
        // A pipe that nobody writes to: the engine waits in its loading for ever.
        var pipe = engine.NewPath($"pipe {signal}");
        Process.Start("/usr/bin/mkfifo", [pipe]).WaitForExit();
        var before = Left();

        var starting = WorkerChatClient.StartAsync(Settings(pipe), Now);
        await Machine.UntilAsync(() => Workers().Any(IsLoading), "the worker loads");
        Machine.Kill(Workers().Single(), signal);

        Assert.Equal(sentence, (await Assert.ThrowsAsync<WorkerDiedException>(() => starting.WaitAsync(Soon, Now))).Message);
        await NothingIsLeftAsync(before);

        // The pipe is opened once the libraries are there.
        static bool IsLoading(int worker) => File.ReadAllText($"/proc/{worker}/maps").Contains("libllama", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KILL", Killed)]
    [InlineData("STOP", Hung)]
    public async Task GetResponse_WorkerLostInItsPrompt_SaysHow(string signal, string sentence)
    {
        Machine.NeedsLinux();
        var before = Left();
        await using (var worker = await WorkerChatClient.StartAsync(Settings(Slow()), Now))
        {
            var used = Ticks(worker);
            var asked = worker.GetResponseAsync([User(Endless)], Cold, Now);
            await Machine.UntilAsync(() => Ticks(worker) > used + 10, "the worker computes");
            Machine.Kill(worker.ProcessId, signal);

            Assert.Equal(sentence, (await Assert.ThrowsAsync<WorkerDiedException>(() => asked.WaitAsync(Soon, Now))).Message);
        }

        await NothingIsLeftAsync(before);
    }

    [Theory]
    [InlineData("KILL", Killed)]
    [InlineData("STOP", Hung)]
    public async Task GetStreamingResponse_WorkerLostInItsReply_SaysHow(string signal, string sentence)
    {
        Machine.NeedsLinux();
        var before = Left();
        await using (var worker = await WorkerChatClient.StartAsync(Settings(Slow()), Now))
        {
            await using var updates = worker.GetStreamingResponseAsync([User("sing")], Cold, Now).GetAsyncEnumerator(Now);
            Assert.True(await updates.MoveNextAsync());
            Machine.Kill(worker.ProcessId, signal);

            var died = await Assert.ThrowsAsync<WorkerDiedException>(async () =>
            {
                while (await updates.MoveNextAsync().AsTask().WaitAsync(Soon, Now)) { }
            });
            Assert.Equal(sentence, died.Message);
            Assert.Equal(sentence, worker.Diagnosis);
        }

        await NothingIsLeftAsync(before);
    }

    [Theory]
    [InlineData("KILL", Killed)]
    [InlineData("STOP", Hung)]
    public async Task GetResponse_WorkerLostBeforeIt_SaysHow(string signal, string sentence)
    {
        Machine.NeedsLinux();
        var before = Left();
        await using (var worker = await WorkerChatClient.StartAsync(Settings(Slow()), Now))
        {
            Machine.Kill(worker.ProcessId, signal);

            var asked = worker.GetResponseAsync([User("sing")], Cold, Now);

            Assert.Equal(sentence, (await Assert.ThrowsAsync<WorkerDiedException>(() => asked.WaitAsync(Soon, Now))).Message);
        }

        await NothingIsLeftAsync(before);
    }

    [Fact]
    public async Task GetResponse_BrainsFileShrankUnderTheEngine_SaysSo()
    {
        Machine.NeedsLinux();
        var brain = Slow();
        await using var worker = await WorkerChatClient.StartAsync(Settings(brain), Now);
        using (var file = File.OpenWrite(brain))
            file.SetLength(4096);

        var died = await Assert.ThrowsAsync<WorkerDiedException>(() => worker.GetResponseAsync([User("sing")], Cold, Now).WaitAsync(Soon, Now));

        Assert.StartsWith("The engine crashed (SIGBUS: the brain's file shrank", died.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_LittleMemory_SaysSo()
    {
        Machine.NeedsLinux();
        Assert.SkipUnless(File.Exists("/usr/bin/prlimit"), "NOT TESTED: needs prlimit.");
        var settings = Settings(engine.Brain(new ScriptedBrain { FeedForward = 1_000_000 })) with
        {
            Executable = "/usr/bin/prlimit",
            Arguments = ["--data=150000000", Repository.App, "__worker"],
            Llama = new LlamaSettings { UseMmap = false },
        };

        var refused = await Assert.ThrowsAsync<LlamaException>(() => WorkerChatClient.StartAsync(settings, Now).WaitAsync(Soon, Now));

        Assert.Equal("There is not enough memory for this brain; close other programs, or choose a smaller brain or context.", refused.Message);
    }

    [Fact]
    public async Task GetStreamingResponse_ReaderGoesAway_StopsComputing()
    {
        Machine.NeedsLinux();
        await using var worker = await WorkerChatClient.StartAsync(Settings(Slow()), Now);
        await foreach (var _ in worker.GetStreamingResponseAsync([User("sing")], Cold, Now))
            break;

        // It computes on two processors while it computes.
        var used = Ticks(worker);
        var begun = Stopwatch.StartNew();
        await Machine.UntilAsync(() => begun.Elapsed > TimeSpan.FromSeconds(1), "a second passes");
        Assert.InRange(Ticks(worker) - used, 0, 30);
    }

    private string Slow() =>
        engine.Brain(new ScriptedBrain { Replies = ["la le li lo lu"], Endless = true, FeedForward = 60_000, ContextSize = 65_536 });

    private static WorkerSettings Settings(string brain) => new()
    {
        Executable = Repository.App,
        ModelPath = brain,
        Llama = new LlamaSettings { ContextSize = 32_768 },
        HangDeadline = TimeSpan.FromSeconds(4),
    };

    private static int[] Workers() => Machine.Children(Environment.ProcessId);

    // The runtime keeps the libraries open that a test is the first to need.
    private static (int Workers, int Descriptors) Left() => (Workers().Length, Directory.GetFiles($"/proc/{Environment.ProcessId}/fd")
        .Count(link => new FileInfo(link).LinkTarget?.EndsWith(".dll", StringComparison.Ordinal) is not true));

    private static Task NothingIsLeftAsync((int Workers, int Descriptors) before) => Machine.UntilAsync(
        // The first child of a process makes the runtime open some of its own.
        () => Left() is var left && left.Workers <= before.Workers && left.Descriptors <= before.Descriptors + 4,
        $"the worker and its pipes go; {Left()} are left, {before} were there");

    /// <summary>Processor time of the worker in hundredths of a second.</summary>
    private static long Ticks(WorkerChatClient worker)
    {
        var fields = File.ReadAllText($"/proc/{worker.ProcessId}/stat").Split(") ")[^1].Split(' ');
        return long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }
}
