using System.Diagnostics;
using BitBuddy.EngineTests.App;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.States;
using BitBuddy.Llama.Worker;
using Microsoft.Extensions.AI;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.Worker;

/// <summary>Prefix states between workers that come and go.</summary>
[Collection(EngineCollection.Name)]
public sealed class WorkerStatesTests(EngineFixture engine) : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("worker states ");

    private string Folder => Path.Combine(_home.FullName, "states");

    [Fact]
    public async Task Dispose_AfterOneReply_LeavesTheHeadForTheNextWorker()
    {
        var brain = engine.Brain(new RandomBrain());
        await using (var first = await StartAsync(brain))
            await Spoken.SayAsync(first, [Head(), User("how many files?")]);

        await using var second = await StartAsync(brain);
        var said = await Spoken.SayAsync(second, [Head(), User("what is new?")]);

        Assert.InRange(said.Restored, 40, said.Input - 5);
        PlainRun.AssertSays(brain, [Head(), User("what is new?")], said);
        Assert.InRange(said.Usage.AdditionalCounts!["restore_us"], 1, said.Usage.AdditionalCounts["prompt_us"]);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
    }

    [Fact]
    public async Task Prepare_BeforeItsQuestion_LeavesOnlyTheQuestionToCompute()
    {
        var brain = engine.Brain(new RandomBrain());
        await using var worker = await StartAsync(brain);

        var prepared = await worker.PrepareAsync([Head()], Now);
        var again = await worker.PrepareAsync([Head()], Now);
        var said = await Spoken.SayAsync(worker, [Head(), User("what is new?")]);

        Assert.Equal((prepared.Tokens, 0), (again.Tokens, again.Computed));
        Assert.Equal(prepared.Tokens, prepared.Computed);
        Assert.Equal((prepared.Tokens, 0), (said.Cached, said.Restored));
        PlainRun.AssertSays(brain, [Head(), User("what is new?")], said);
    }

    [Fact]
    public async Task Prepare_AQuestionBegun_LeavesItsRestToCompute()
    {
        var brain = engine.Brain(new RandomBrain());
        await using var worker = await StartAsync(brain);
        await Spoken.SayAsync(worker, [Head(), User("how many files?")]);

        var head = await worker.PrepareAsync([Head()], Now);
        var begun = await worker.PrepareAsync([Head(), User("what is")], Now);
        var said = await Spoken.SayAsync(worker, [Head(), User("what is new?")]);

        Assert.Equal((0, begun.Tokens - head.Tokens), (head.Computed, begun.Computed));
        Assert.InRange(begun.Computed, 2, 10);
        Assert.Equal(begun.Tokens, said.Cached);
        PlainRun.AssertSays(brain, [Head(), User("what is new?")], said);
    }

    [Fact]
    public async Task Prepare_ATalkLongerThanTheContext_IsTheHeadAlone()
    {
        await using var worker = await StartAsync(engine.Brain(new RandomBrain()));

        var begun = await worker.PrepareAsync([Head(), User(new string('q', 2000))], Now);

        Assert.Equal((await worker.PrepareAsync([Head()], Now)).Tokens, begun.Tokens);
    }

    [Fact]
    public async Task Prepare_Cancelled_KeepsWhatItHasForTheQuestion()
    {
        var brain = engine.Brain(new ScriptedBrain { Replies = ["Two files."], FeedForward = 60_000, Layers = 4 });
        await using var worker = await StartAsync(brain);
        var began = TimeProvider.System.GetTimestamp();
        await worker.PrepareAsync([Rules(new string('A', 350))], Now);
        var whole = TimeProvider.System.GetElapsedTime(began);
        for (var attempt = 0; ; attempt++)
        {
            var head = Rules(new string((char)('a' + attempt), 350));
            using var cancel = new CancellationTokenSource(whole * (1 + (attempt % 8)) / 10);
            var finished = true;
            try
            {
                await worker.PrepareAsync([head], cancel.Token);
            }
            catch (OperationCanceledException)
            {
                finished = false;
            }

            var said = await Spoken.SayAsync(worker, [head, User("hi")]);
            Assert.Equal("Two files.", said.Text);
            if (!finished && said.Cached > 30)
                return;
            Assert.True(attempt < 25, "Nothing of a cancelled preparation was ever there.");
        }
    }

    [Fact]
    public async Task GetResponse_OfTwoWorkersOnOneFolder_IsRightAndStaysWithinItsRoom()
    {
        var brain = engine.Brain(new RandomBrain());
        const long Room = 100_000;
        await Task.WhenAll(TalkAsync(0), TalkAsync(1));

        Assert.InRange(new DirectoryInfo(Folder).EnumerateFiles().Sum(file => file.Length), 1, Room);

        async Task TalkAsync(int number)
        {
            for (var round = 0; round < 3; round++)
            {
                await using var worker = await StartAsync(brain, Room);
                for (var i = 0; i < 4; i++)
                {
                    var name = $"Pixel {(number + round + i) % 5}";
                    var said = await Spoken.SayAsync(worker, [Head(name), User("what is new?")]);
                    PlainRun.AssertSays(brain, [Head(name), User("what is new?")], said);
                }
            }
        }
    }

    [Fact]
    public async Task GetResponse_AfterAWorkerWasKilledAtAnyMoment_IsRight()
    {
        var brain = engine.Brain(new RandomBrain());
        var random = new Random(5);
        for (var i = 0; i < Proof.Size(100); i++)
        {
            await using var killed = await StartAsync(brain);
            await Spoken.SayAsync(killed, [Head($"Pixel {i}"), User("how many files?")]);
            await Task.Delay(random.Next(4), Now);
            Process.GetProcessById(killed.ProcessId).Kill();
            await killed.Exited.WaitAsync(TimeSpan.FromSeconds(5), Now);

            await using var next = await StartAsync(brain);
            var said = await Spoken.SayAsync(next, [Head($"Pixel {i}"), User("what is new?")]);
            PlainRun.AssertSays(brain, [Head($"Pixel {i}"), User("what is new?")], said);
        }
    }

    [Fact]
    public async Task GetResponse_FolderCannotBeMade_IsRightAllTheSame()
    {
        var brain = engine.Brain(new RandomBrain());
        await File.WriteAllTextAsync(Folder, "a file in its place", Now);
        await using var worker = await StartAsync(brain);

        PlainRun.AssertSays(brain, [Head(), User("what is new?")], await Spoken.SayAsync(worker, [Head(), User("what is new?")]));
    }

    [Fact]
    public async Task Dispose_StoppedWorker_EndsItWithoutWaitingForAnAnswer()
    {
        Machine.NeedsLinux();
        var settings = Settings(engine.Brain(new RandomBrain()), 10_000_000) with { CancelDeadline = TimeSpan.FromMinutes(1) };
        var worker = await WorkerChatClient.StartAsync(settings, Now);
        await Spoken.SayAsync(worker, [Head(), User("how many files?")]);
        Machine.Kill(worker.ProcessId, "STOP");

        await worker.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Now);

        Assert.True(worker.Exited.IsCompleted);
    }

    [Fact]
    public async Task Dispose_WhileAHeadIsPrepared_DoesNotWaitForIt()
    {
        var settings = Settings(engine.Brain(new ScriptedBrain { FeedForward = 100_000, Layers = 8 }), 10_000_000) with { SaveDeadline = TimeSpan.FromMinutes(1) };
        var worker = await WorkerChatClient.StartAsync(settings, Now);
        var prepared = worker.PrepareAsync([Rules(new string('x', 450))], Now);

        await worker.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Now);

        await Assert.ThrowsAsync<WorkerDiedException>(() => prepared);
    }

    public void Dispose() => _home.Delete(recursive: true);

    private Task<WorkerChatClient> StartAsync(string brain, long room = 10_000_000) => WorkerChatClient.StartAsync(Settings(brain, room), Now);

    private WorkerSettings Settings(string brain, long room) => new()
    {
        Executable = Repository.App,
        ModelPath = brain,
        Llama = new LlamaSettings { Threads = 1 },
        States = new StateSettings(Folder, new string('a', 64), 1, room),
    };

    private static ChatMessage Head(string name = "Pixel") =>
        Rules($"You are {name}, a small buddy that keeps an eye on the files.", "Files: about twenty.", "Mood: healthy.");
}
