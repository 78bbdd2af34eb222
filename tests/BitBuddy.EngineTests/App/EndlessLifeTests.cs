using System.Diagnostics;
using System.Globalization;
using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.Worker;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.App;

/// <summary>What must hold however long a buddy lives: nothing grows, nothing is left behind, and no death of the engine silences it.</summary>
[Collection(EngineCollection.Name)]
public sealed class EndlessLifeTests(EngineFixture engine) : IDisposable
{
    private const int WarmUp = 5;
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Ask_WorkerKilledAtARandomMoment_TheNextQuestionIsAnsweredWithinFiveSeconds()
    {
        Machine.NeedsLinux();
        await _home.MeetAsync();
        await using var host = Host();
        var brains = (string[])[Slow("la le li lo lu, la le li lo lu, la le li lo lu."), Slow("lu lo li le la, lu lo li le la, lu lo li le la.")];
        var brain = 0;
        await host.Choice.SettleAsync(brains[brain], null, Now);
        var buddy = host.Buddy(null);
        var random = new Random(20261122);
        var whole = (await AskAsync(buddy)).Timings.Total ?? 0;
        // A machine that needs seconds for one reply is busy with other things.
        var patience = TimeSpan.FromMilliseconds(Math.Max(5000, 5 * whole));
        var (slowest, byTheBrain, kills) = (TimeSpan.Zero, 0, Proof.Size(100));
        for (var kill = 0; kill < kills; kill++)
        {
            // Half of the questions wake the brain first.
            if (random.Next(2) == 0)
                await host.Choice.SettleAsync(brains[brain ^= 1], null, Now);
            var harmed = AskAsync(buddy);
            await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * Math.Max(whole, 100)), Now);
            foreach (var worker in Machine.Children(Environment.ProcessId))
                Machine.Kill(worker);
            Assert.NotEmpty((await harmed.WaitAsync(2 * patience, Now)).Text);

            var begun = Stopwatch.GetTimestamp();
            var next = await AskAsync(buddy).WaitAsync(patience, Now);

            Assert.NotEmpty(next.Text);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(begun).Ticks));
            byTheBrain += next.Voice == VoiceKind.Brain ? 1 : 0;
        }

        Tell($"{kills} kills; a whole question takes {whole:0} ms; next question answered within {slowest.TotalMilliseconds:0} ms, {byTheBrain} times by the brain");
        Assert.True(byTheBrain > 0);
    }

    [Fact]
    public async Task StartAsync_ManyTimes_LeavesNothingBehind()
    {
        Machine.NeedsLinux();
        var brain = engine.Brain("Well.");
        await LeavesNothingAsync("wake/sleep cycles", async () =>
        {
            await using var worker = await WorkerChatClient.StartAsync(new WorkerSettings { Executable = Repository.App, ModelPath = brain }, Now);
            Assert.Equal("Well.", (await worker.GetResponseAsync([User("hi")], Cold, Now)).Text);
        });
    }

    [Fact]
    public async Task Ask_TwoBrainsInTurn_LeavesNothingBehind()
    {
        Machine.NeedsLinux();
        await _home.MeetAsync();
        await using var host = Host();
        var buddy = host.Buddy(null);
        var brains = (string[])[engine.Brain("Well well."), engine.Brain("Well, well.")];
        var turn = 0;
        await LeavesNothingAsync("switches", async () =>
        {
            await host.Choice.SettleAsync(brains[turn++ % 2], null, Now);
            Assert.Null((await AskAsync(buddy)).WhyNot);
        });
    }

    private string Slow(string reply) => engine.Brain(new ScriptedBrain { Replies = [reply], FeedForward = 10_000 });

    private BuddyHost Host() => new(new BuddyHome(_home.Home), LoadAsync, TimeProvider.System);

    private static async Task<LoadedBrain> LoadAsync(KnownBrain brain, BrainSettings settings, CancellationToken cancellationToken)
    {
        var client = await WorkerChatClient.StartAsync(new WorkerSettings { Executable = Repository.App, ModelPath = brain.Path }, cancellationToken);
        return new LoadedBrain(client, async (prompt, cancel) =>
        {
            var count = await client.CountAsync(prompt, cancel);
            return new PromptTokens(count.Total, count.Parts);
        });
    }

    private static async Task<Reply> AskAsync(Buddy buddy)
    {
        Reply? reply = null;
        await foreach (var part in buddy.AskAsync(new Question("hello") { Fresh = true, AskedAt = Stopwatch.GetTimestamp() }, Now))
            reply = (part as ReplyPart.Done)?.Reply ?? reply;
        return reply!;
    }

    private static async Task LeavesNothingAsync(string what, Func<Task> turn)
    {
        for (var i = 0; i < WarmUp; i++)
            await turn();
        var before = Held.Now();
        var turns = Proof.Size(200);
        for (var i = 0; i < turns; i++)
            await turn();
        var after = Held.Now();

        Tell($"{turns} {what}: {before} before, {after} after");
        Assert.Equal(before.Children, after.Children);
        Assert.InRange(after.Descriptors, 0, before.Descriptors + 2);
        Assert.InRange(after.Threads, 0, before.Threads + 8);
        Assert.InRange(after.ManagedBytes, 0, before.ManagedBytes + 2_000_000);
        Assert.InRange(after.PrivateBytes, 0, before.PrivateBytes + 16_000_000);
    }

    private static void Tell(string figures) => TestContext.Current.TestOutputHelper?.WriteLine(figures);

    /// <summary>What this process holds of its machine.</summary>
    private sealed record Held(int Children, int Descriptors, int Threads, long ManagedBytes, long PrivateBytes)
    {
        public static Held Now()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return new Held(
                Machine.Children(Environment.ProcessId).Length,
                // The runtime opens an assembly when it is first used, whenever that is.
                Directory.GetFiles("/proc/self/fd").Count(link => new FileInfo(link).LinkTarget?.EndsWith(".dll", StringComparison.Ordinal) != true),
                Directory.GetDirectories("/proc/self/task").Length,
                GC.GetTotalMemory(forceFullCollection: true),
                File.ReadLines("/proc/self/smaps_rollup").Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
                    .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)) * 1024);
        }
    }
}
