using System.Diagnostics;
using System.Globalization;
using BitBuddy.EngineTests.App;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.Worker;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.Worker;

/// <summary>A real worker with its frames in the hand.</summary>
[Collection(EngineCollection.Name)]
public sealed class MarkSenderTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _worker;
    private readonly FrameCodec _codec = new();
    private readonly Queue<IWorkerMessage> _answers = new();

    public MarkSenderTests(EngineFixture engine)
    {
        var brain = engine.Brain(new ScriptedBrain { Replies = ["la le li lo lu"], Endless = true, FeedForward = 60_000, ContextSize = 65_536 });
        var start = new ProcessStartInfo(Repository.App, ["__worker"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        _worker = Process.Start(start)!;
        Say(new LoadRequest(1, brain, new LlamaSettings { ContextSize = 65_536 }, null));
        Say(new ChatRequest(2, [new PromptMessage(PromptRole.User, null, ["sing"])], new ReplyOptions { MaxTokens = 60_000 }));
    }

    public void Dispose()
    {
        _worker.Kill();
        _worker.WaitForExit();
        _worker.Dispose();
    }

    [Fact]
    public async Task Marks_OfAReply_RiseAndEndWithIt()
    {
        var counts = new List<long>();
        while (counts.Count < 3)
        {
            if (await HearAsync() is MarkAnswer { Id: 2 } mark)
                counts.Add(mark.Count);
        }

        Assert.Equal(counts.Distinct().Order(), counts);

        Say(new CancelRequest(2));
        while (await HearAsync() is not FailedAnswer { Kind: FailureKind.Cancelled }) { }
        var used = Ticks();

        // Two marks would have come by then, were they not for work alone.
        await Assert.ThrowsAsync<TimeoutException>(() => HearAsync(TimeSpan.FromSeconds(2.5)));
        Assert.InRange(Ticks() - used, 0, 50);
    }

    [Fact]
    public async Task Output_ThatNobodyReadsAnyMore_EndsTheWorkerInMidReply()
    {
        while (await HearAsync() is not TextAnswer) { }

        // Its input stays open.
        _worker.StandardOutput.Dispose();

        await _worker.WaitForExitAsync(Now).WaitAsync(Patience, Now);
        Assert.Equal(0, _worker.ExitCode);
    }

    private void Say(IWorkerMessage message)
    {
        _worker.StandardInput.BaseStream.Write(WorkerMessages.ToFrame(message));
        _worker.StandardInput.BaseStream.Flush();
    }

    private async Task<IWorkerMessage> HearAsync(TimeSpan? patience = null)
    {
        var buffer = new byte[16 * 1024];
        while (_answers.Count == 0)
        {
            var read = await _worker.StandardOutput.BaseStream.ReadAsync(buffer, Now).AsTask().WaitAsync(patience ?? Patience, Now);
            Assert.NotEqual(0, read);
            foreach (var frame in _codec.Add(buffer.AsSpan(0, read)))
                _answers.Enqueue(WorkerMessages.FromFrame(frame));
        }

        return _answers.Dequeue();
    }

    /// <summary>Processor time of the worker in hundredths of a second.</summary>
    private long Ticks()
    {
        Machine.NeedsLinux();
        var fields = File.ReadAllText($"/proc/{_worker.Id}/stat").Split(") ")[^1].Split(' ');
        return long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }
}
