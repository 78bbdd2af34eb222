using BitBuddy.Llama;
using BitBuddy.Llama.Worker;
using Microsoft.Extensions.AI;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests;

/// <summary>What both clients owe everyone who knows only <see cref="IChatClient"/>.</summary>
public abstract class ChatClientContractTests(EngineFixture engine)
{
    private const string Sentence = "Two files, both new.";

    protected abstract Task<IChatClient> LoadAsync(string brain);

    [Fact]
    public async Task GetStreamingResponse_AnyReply_ShapesItsUpdates()
    {
        using var client = await LoadAsync(engine.Brain(Sentence));

        var updates = await client.GetStreamingResponseAsync([User("hi")], Cold, Now).ToListAsync(Now);

        Assert.True(updates.Count > 2);
        Assert.Single(updates.Select(update => (update.ResponseId, update.MessageId, update.Role, update.ModelId, update.CreatedAt)).Distinct());
        Assert.Equal(ChatRole.Assistant, updates[0].Role);
        Assert.All(updates.SkipLast(1), update => Assert.Null(update.FinishReason));
        Assert.Equal(ChatFinishReason.Stop, updates[^1].FinishReason);
        Assert.Single(updates[^1].Contents.OfType<UsageContent>());
        Assert.Equal(Sentence, (await client.GetResponseAsync([User("hi")], Cold, Now)).Text);
    }

    [Fact]
    public async Task GetService_KnownAndUnknown_GivesWhatThereIs()
    {
        using var client = await LoadAsync(engine.Brain(Sentence));

        Assert.Same(client, client.GetService(typeof(IChatClient)));
        Assert.Same(client, client.GetService(client.GetType()));
        Assert.Equal("bitbuddy", client.GetService<ChatClientMetadata>()!.ProviderName);
        Assert.Null(client.GetService(typeof(IChatClient), "key"));
        Assert.Null(client.GetService(typeof(string)));
        Assert.Throws<ArgumentNullException>(() => client.GetService(null!));
    }

    [Fact]
    public async Task GetResponse_AskedForMoreThanWords_Refuses()
    {
        using var client = await LoadAsync(engine.Brain(Sentence));
        ChatOptions[] refused =
        [
            new() { Tools = [AIFunctionFactory.Create(() => 1, "one")] },
            new() { ResponseFormat = ChatResponseFormat.Json },
            new() { Reasoning = new ReasoningOptions { Effort = ReasoningEffort.High } },
        ];

        foreach (var options in refused)
            await Assert.ThrowsAsync<NotSupportedException>(() => client.GetResponseAsync([User("hi")], options, Now));
        var picture = new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")]);
        await Assert.ThrowsAsync<NotSupportedException>(() => client.GetResponseAsync([picture], null, Now));
        await Assert.ThrowsAsync<NotSupportedException>(() => client.GetResponseAsync([new(ChatRole.Tool, "x")], null, Now));
        await Assert.ThrowsAsync<LlamaException>(() => client.GetResponseAsync([User("hi")], new ChatOptions { Temperature = float.NaN }, Now));
    }

    [Fact]
    public async Task GetResponse_CancelledBefore_Throws()
    {
        using var client = await LoadAsync(engine.Brain(Sentence));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync([User("hi")], Cold, new CancellationToken(true)));
    }

    [Fact]
    public async Task GetResponse_Options_AreReadAndLeftAlone()
    {
        using var client = await LoadAsync(engine.Brain(Sentence));
        var options = new ChatOptions
        {
            Temperature = 0.1f, TopP = 0.9f, TopK = 10, Seed = 3, MaxOutputTokens = 2, FrequencyPenalty = 0.1f, Instructions = "Be brief.",
            AdditionalProperties = new() { ["min_p"] = 0.1, ["repeat_penalty"] = 1.1f, ["unknown"] = "x" },
        };
        List<ChatMessage> messages = [User("hi")];

        var brief = await client.GetResponseAsync(messages, options, Now);
        var plain = await client.GetResponseAsync(messages, Cold, Now);

        Assert.Equal("Two files,", brief.Text);
        Assert.True(brief.Usage().InputTokenCount > plain.Usage().InputTokenCount);
        Assert.Single(messages);
        Assert.Null(options.StopSequences);
    }
}

[Collection(EngineCollection.Name)]
public sealed class LlamaChatClientContractTests(EngineFixture engine) : ChatClientContractTests(engine)
{
    protected override Task<IChatClient> LoadAsync(string brain) => Task.FromResult<IChatClient>(LlamaChatClient.Load(brain));
}

[Collection(EngineCollection.Name)]
public sealed class WorkerChatClientContractTests(EngineFixture engine) : ChatClientContractTests(engine)
{
    protected override async Task<IChatClient> LoadAsync(string brain) =>
        await WorkerChatClient.StartAsync(new WorkerSettings { Executable = Repository.App, ModelPath = brain }, Now);
}
