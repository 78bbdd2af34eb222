using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.States;
using Microsoft.Extensions.AI;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.States;

/// <summary>On brains whose every token depends on all before it: what is reused must say exactly what a plain run says.</summary>
[Collection(EngineCollection.Name)]
public sealed class PrefixStateTests(EngineFixture engine) : IDisposable
{
    private static readonly LlamaSettings Single = new() { Threads = 1 };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("states é ");

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task GetResponse_InANewProcess_RestoresTheHeadAndSaysTheSame(bool repackedThen, bool repackedNow)
    {
        var brain = engine.Brain(new RandomBrain { Quantised = true });
        using (var first = Load(brain, repackedThen))
            await Spoken.SayAsync(first, [Head(), User("how many files?")]);
        Assert.Equal(2, Files.Length);

        using var second = Load(brain, repackedNow);
        var said = await Spoken.SayAsync(second, [Head(), User("what is new?")]);

        PlainRun.AssertSays(brain, [Head(), User("what is new?")], said, rounding: 0.4f);
        Assert.InRange(said.Restored, 60, said.Input - 5);
        Assert.Equal(said.Restored, said.Cached);
        Assert.Equal(2, Files.Length);
    }

    [Fact]
    public async Task GetResponse_OtherFilesAndHealth_RestoresThePersonality()
    {
        var brain = engine.Brain(new RandomBrain());
        using (var first = Load(brain))
            await Spoken.SayAsync(first, [Head(), User("how many files?")]);

        using var second = Load(brain);
        var said = await Spoken.SayAsync(second, [Head(health: "sick"), User("how many files?")]);

        PlainRun.AssertSays(brain, [Head(health: "sick"), User("how many files?")], said);
        var parts = (await second.CountAsync([Head(), User("")], Now)).Parts;
        Assert.InRange(said.Restored, parts[0], parts[0] + 10);
        second.Dispose();
        Assert.Equal(3, Files.Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GetResponse_AnotherBuddyAndBack_ComputesOnlyWhatIsNew(bool recurrent)
    {
        var brain = engine.Brain(new RandomBrain { Recurrent = recurrent });
        using var client = LlamaChatClient.Load(brain, Single);
        ChatMessage[] one = [Head("Pixel"), User("how many files?")], other = [Head("Slate"), User("how are you?")];
        var said = await Spoken.SayAsync(client, one);
        ChatMessage[] further = [.. one, Assistant(said.Text), User("and now?")];

        await Spoken.SayAsync(client, other);
        var back = await Spoken.SayAsync(client, further);

        // All but the reply's last token is there again.
        Assert.Equal(said.Input + said.Ids.Count - 1, back.Restored);
        using var still = LlamaChatClient.Load(brain, Single);
        await Spoken.SayAsync(still, one);
        Assert.Equal((await Spoken.SayAsync(still, further)).Ids, back.Ids);
    }

    [Fact]
    public async Task GetResponse_ModelThatCannotForget_RestoresTheHeadAndSaysTheSame()
    {
        var brain = engine.Brain(new RandomBrain { Recurrent = true });
        using var client = LlamaChatClient.Load(brain, Single);
        await Spoken.SayAsync(client, [Head(), User("how many files?")]);

        var said = await Spoken.SayAsync(client, [Head(), User("what is new?")]);

        Assert.InRange(said.Restored, 60, said.Input - 5);
        PlainRun.AssertSays(brain, [Head(), User("what is new?")], said);
    }

    [Fact]
    public async Task GetResponse_ModelThatCannotForgetInANewProcess_RestoresItFromDisk()
    {
        var brain = engine.Brain(new RandomBrain { Recurrent = true });
        using (var first = Load(brain))
            await Spoken.SayAsync(first, [Head(), User("how many files?")]);

        using var second = Load(brain);
        var said = await Spoken.SayAsync(second, [Head(), User("what is new?")]);

        Assert.InRange(said.Restored, 60, said.Input - 5);
        PlainRun.AssertSays(brain, [Head(), User("what is new?")], said);
    }

    [Fact]
    public async Task GetResponse_DamagedStates_ComputesAnewAndHealsThem()
    {
        var brain = engine.Brain(new RandomBrain());
        using (var first = Load(brain))
            await Spoken.SayAsync(first, [Head(), User("how many files?")]);
        var whole = Files.ToDictionary(file => file.FullName, file => File.ReadAllBytes(file.FullName));
        Func<byte[], byte[]>[] damages =
        [
            bytes => [], bytes => bytes[..^1], bytes => [.. bytes, 1], bytes => [.. bytes.Reverse()], bytes => new byte[bytes.Length],
            bytes => [.. bytes.Select((b, i) => i == bytes.Length / 2 ? (byte)~b : b)],
        ];
        foreach (var damage in damages)
        {
            foreach (var (path, bytes) in whole)
                File.WriteAllBytes(path, damage(bytes));
            using (var client = Load(brain))
            {
                var said = await Spoken.SayAsync(client, [Head(), User("what is new?")]);
                PlainRun.AssertSays(brain, [Head(), User("what is new?")], said);
                Assert.Equal(0, said.Restored);
            }

            Assert.All(whole, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        }
    }

    [Fact]
    public async Task GetStreamingResponse_GivenUp_WritesItsHeadsOnlyAfterTheNextOne()
    {
        using var client = Load(engine.Brain(new RandomBrain()));
        await foreach (var _ in client.GetStreamingResponseAsync([Head(), User("how many files?")], Spoken.Cold, Now))
            break;
        await client.CountAsync([Head()], Now);
        Assert.False(_folder.Exists && Files.Length > 0);

        await client.SaveAsync(Now);

        Assert.Equal(2, Files.Length);
    }

    [Fact]
    public async Task GetResponse_CancelledAtRandomMoments_LeavesTheNextOneRight()
    {
        var brain = engine.Brain(new RandomBrain());
        using var client = Load(brain);
        var random = new Random(3);
        for (var i = 0; i < Proof.Size(200); i++)
        {
            using var cancel = new CancellationTokenSource(TimeSpan.FromMicroseconds(random.Next(8000)));
            ChatMessage[] cancelled = [Head($"Pixel {i}"), User("how many files?")], asked = [Head($"Pixel {i}"), User("what is new?")];
            try
            {
                await client.GetResponseAsync(cancelled, Spoken.Cold, cancel.Token);
            }
            catch (OperationCanceledException)
            {
                // As it may.
            }

            PlainRun.AssertSays(brain, asked, await Spoken.SayAsync(client, asked));
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private FileInfo[] Files => _folder.GetFiles("*.state");

    private StateSettings States => new(_folder.FullName, new string('a', 64), 1, 10_000_000);

    private LlamaChatClient Load(string brain, bool repack = false) =>
        LlamaChatClient.Load(brain, new LlamaSettings { Repack = repack, Threads = 1 }, states: States);

    private static ChatMessage Head(string name = "Pixel", string health = "healthy") => Rules(
        $"You are {name}, a small buddy that lives on one computer and keeps an eye on the files there. Speak short and kind.",
        "Files: about twenty documents, some images, one video.",
        $"Mood: {health}, because all folders are there.");
}
