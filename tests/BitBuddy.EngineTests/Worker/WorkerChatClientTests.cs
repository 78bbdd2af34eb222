using System.Diagnostics;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.Worker;
using Microsoft.Extensions.AI;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.Worker;

[Collection(EngineCollection.Name)]
public sealed class WorkerChatClientTests(EngineFixture engine)
{
    private const string Sentence = "You have 12 pdf files.";

    [Fact]
    public async Task GetResponse_FromAWorker_IsTheSameAsFromTheEngine()
    {
        var brain = engine.Brain(new ScriptedBrain { Replies = [Sentence], InBytes = "🦙" });
        await using var worker = await StartAsync(brain);
        using var client = LlamaChatClient.Load(brain);
        ChatMessage[] prompt = [Rules("You are Pixel.", "Files: 12."), User("how many?")];

        var direct = await client.GetResponseAsync(prompt, Cold, Now);
        var response = await worker.GetResponseAsync(prompt, Cold, Now);

        Assert.Equal(Sentence + "🦙", response.Text);
        Assert.Equal(direct.Text, response.Text);
        Assert.Equal(direct.Usage().TotalTokenCount, response.Usage().TotalTokenCount);
        Assert.Equal(client.Info, worker.Info);
        var count = await worker.CountAsync(prompt, Now);
        Assert.Equal(direct.Usage().InputTokenCount, count.Total);
        Assert.Equal((await client.CountAsync(prompt, Now)).Parts, count.Parts);
        Assert.Equal(3, count.Parts.Count);
    }

    [Fact]
    public async Task GetStreamingResponse_WorkerKilledInMidReply_KeepsTheTextSaysWhyAndCanStartAgain()
    {
        var brain = engine.Brain(Slow);
        await using var worker = await StartAsync(brain);
        var said = "";

        var died = await Assert.ThrowsAsync<WorkerDiedException>(async () =>
        {
            await foreach (var update in worker.GetStreamingResponseAsync([User("sing")], Cold, Now))
            {
                said += update.Text;
                if (said.Length > 10)
                    Process.GetProcessById(worker.ProcessId).Kill();
            }
        });

        Assert.StartsWith("la le li lo", said);
        Assert.StartsWith("The engine was killed (SIGKILL)", died.Message);
        await worker.Exited.WaitAsync(TimeSpan.FromSeconds(2), Now);
        Assert.Equal(died.Message, worker.Diagnosis);
        await Assert.ThrowsAsync<WorkerDiedException>(() => worker.GetResponseAsync([User("sing")], Cold, Now));

        await using var next = await StartAsync(brain);
        Assert.StartsWith("la le", (await next.GetResponseAsync([User("sing")], new ChatOptions { MaxOutputTokens = 5 }, Now)).Text);
    }

    [Fact]
    public async Task GetStreamingResponse_Cancelled_LeavesTheWorkerUsable()
    {
        await using var worker = await StartAsync(engine.Brain(Slow));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Now);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in worker.GetStreamingResponseAsync([User("sing")], Cold, cancel.Token))
                await cancel.CancelAsync();
        });
        await foreach (var _ in worker.GetStreamingResponseAsync([User("sing")], Cold, Now))
            break;

        Assert.Equal("la le li", (await worker.GetResponseAsync([User("sing")], new ChatOptions { Temperature = 0, MaxOutputTokens = 3 }, Now)).Text);
        Assert.False(worker.Exited.IsCompleted);
    }

    [Fact]
    public async Task Dispose_InMidReply_EndsTheProcess()
    {
        var worker = await StartAsync(engine.Brain(Slow));
        var process = Process.GetProcessById(worker.ProcessId);
        await using var updates = worker.GetStreamingResponseAsync([User("sing")], Cold, Now).GetAsyncEnumerator(Now);
        await updates.MoveNextAsync();

        worker.Dispose();
        worker.Dispose();

        Assert.True(process.WaitForExit(2000));
        Assert.Equal("The engine was ended; ask again to start it anew.", worker.Diagnosis);
    }

    [Fact]
    public async Task StartAsync_FileIsNoModel_SaysSo()
    {
        var path = engine.NewPath("cut.gguf");
        File.WriteAllBytes(path, File.ReadAllBytes(engine.Brain(Sentence))[..5000]);

        var refused = await Assert.ThrowsAsync<LlamaException>(() => StartAsync(path));

        Assert.StartsWith("The brain file 'cut.gguf' cannot be loaded", refused.Message);
    }

    [Fact]
    public async Task StartAsync_EngineAborts_SaysHowItEnded()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT TESTED: no signals.");
        var path = engine.NewPath("abort.gguf");
        // The engine insists that no two tokens are the same, and aborts its process.
        new GgufWriter()
            .Add("general.architecture", "llama").Add("llama.context_length", 64u).Add("llama.embedding_length", 32u)
            .Add("llama.block_count", 1u).Add("llama.feed_forward_length", 32u).Add("llama.attention.head_count", 1u)
            .Add("llama.attention.layer_norm_rms_epsilon", 1e-5f).Add("tokenizer.ggml.model", "llama")
            .Add("tokenizer.ggml.tokens", ["<unk>", "<s>", "</s>", "twice", "twice"]).Add("tokenizer.ggml.scores", [0f, 0, 0, 0, 0])
            .Add("tokenizer.ggml.token_type", [2, 3, 3, 1, 1])
            .Write(path);

        var died = await Assert.ThrowsAsync<WorkerDiedException>(() => StartAsync(path));

        Assert.StartsWith("The engine gave up (SIGABRT)", died.Message);
    }

    [Fact]
    public async Task StartAsync_ProgramIsMissing_SaysSo()
    {
        var settings = new WorkerSettings { Executable = engine.NewPath("none"), ModelPath = engine.Brain(Sentence) };

        Assert.Contains("cannot be started", (await Assert.ThrowsAsync<LlamaException>(() => WorkerChatClient.StartAsync(settings, Now))).Message);
    }

    [Fact]
    public async Task StartAsync_SilentProgram_IsEndedAtTheDeadline()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT TESTED: no sleep program.");
        var settings = new WorkerSettings
        {
            Executable = "/bin/sleep", Arguments = ["600"], ModelPath = engine.Brain(Sentence), HangDeadline = TimeSpan.FromMilliseconds(200),
        };

        var silent = await Assert.ThrowsAsync<WorkerDiedException>(() => WorkerChatClient.StartAsync(settings, Now));

        Assert.Equal("The engine stopped answering and was ended; ask again.", silent.Message);
    }

    [Fact]
    public async Task StartAsync_ProgramThatTalksNonsense_IsEnded()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT TESTED: no shell.");
        var settings = new WorkerSettings
        {
            Executable = "/bin/sh", Arguments = ["-c", "echo no frames; exec sleep 600"], ModelPath = engine.Brain(Sentence),
        };

        var died = await Assert.ThrowsAsync<WorkerDiedException>(() => WorkerChatClient.StartAsync(settings, Now));

        Assert.Equal("The engine's messages were garbled and it was ended; ask again, or install Bit Buddy again.", died.Message);
    }

    private static ScriptedBrain Slow => new() { Replies = ["la le li lo lu"], Endless = true, FeedForward = 60_000 };

    private static Task<WorkerChatClient> StartAsync(string brain) =>
        WorkerChatClient.StartAsync(new WorkerSettings { Executable = Repository.App, ModelPath = brain }, Now);
}
