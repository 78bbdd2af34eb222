using System.Text;
using BitBuddy.Llama;
using BitBuddy.Llama.States;
using BitBuddy.Llama.Worker;

namespace BitBuddy.EngineTests.Worker;

public sealed class WorkerMessagesTests
{
    [Fact]
    public void ToFrame_EveryMessage_ComesBackTheSame()
    {
        IWorkerMessage[] messages =
        [
            new LoadRequest(1, "/é \n.gguf", new LlamaSettings { Threads = 3 }, new StateSettings("/ü", "ab", 2, 3)),
            new SaveRequest(2),
            new CancelRequest(4),
            new LoadingAnswer(5, 0.5f),
            new LoadedAnswer(6, new ModelInfo("d", 1, 2, "chatml", 3, 4, "0.4.0", null)),
            new PreparedAnswer(6, new PreparedHead(7, 8)),
            new SavedAnswer(6),
            new TextAnswer(7, "🦙\e", 8, 9),
            new DoneAnswer(9, "", new ReplyEnd(true, 1, 2, 3, 4, 5, 6, 7)),
            new FailedAnswer(10, FailureKind.Cancelled, "No."),
            new MarkAnswer(11, 1L << 40),
        ];

        foreach (var message in messages)
            Assert.Equal(message, RoundTrip(message));
        var chat = (ChatRequest)RoundTrip(new ChatRequest(2, [new PromptMessage(PromptRole.System, "Pixel", ["a", "b"])], new ReplyOptions { Seed = 7, Stops = ["x"] }));
        Assert.Equal(("Pixel", 7u), (chat.Messages[0].Name, chat.Options.Seed));
        Assert.Equal(["a", "b"], chat.Messages[0].Contents);
        var prepare = (PrepareRequest)RoundTrip(new PrepareRequest(3, chat.Messages));
        Assert.Equal(["a", "b"], prepare.Messages[0].Contents);
        var resume = (ResumeRequest)RoundTrip(new ResumeRequest(3, 4, [5, 6]));
        Assert.Equal((4, 6), (resume.Position, resume.Closed[1]));
        var counted = (CountedAnswer)RoundTrip(new CountedAnswer(3, new PromptCount(9, [4, 5])));
        Assert.Equal([4, 5], counted.Count.Parts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"Id\":1,\"More\":2}")]
    [InlineData("{\"Id\":\"1\"}")]
    [InlineData("{\"Id\":1,\"Id\":2}")]
    public void FromFrame_NotTheMessage_Refuses(string json) =>
        Assert.Throws<LlamaException>(() => WorkerMessages.FromFrame(new Frame(FrameType.Cancel, Encoding.UTF8.GetBytes(json))));

    private static IWorkerMessage RoundTrip(IWorkerMessage message) =>
        WorkerMessages.FromFrame(Assert.Single(new FrameCodec().Add(WorkerMessages.ToFrame(message))));
}
