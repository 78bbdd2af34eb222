using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using Microsoft.Extensions.AI;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests;

[Collection(EngineCollection.Name)]
public sealed class LlamaChatClientTests(EngineFixture engine)
{
    private const string Sentence = "You have 12 pdf files. The biggest of the files is big.pdf.";

    [Fact]
    public async Task GetResponse_AtTemperatureZero_RecitesTheScriptToItsEnd()
    {
        using var client = LlamaChatClient.Load(engine.Brain(Sentence));

        var response = await client.GetResponseAsync("how many pdf files do I have?", Cold, Now);

        Assert.Equal(Sentence, response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(response.Usage().InputTokenCount + response.Usage().OutputTokenCount, response.Usage().TotalTokenCount);
        Assert.True(response.Usage().AdditionalCounts!["first_token_us"] >= response.Usage().AdditionalCounts!["prompt_us"]);
    }

    [Fact]
    public async Task GetResponse_WithSeeds_ChoosesAmongRepliesAlike()
    {
        using var client = LlamaChatClient.Load(engine.Brain(new ScriptedBrain { Replies = ["Yes, gladly.", "No, never."] }));
        var said = new HashSet<string>();
        for (var seed = 0; seed < 20; seed++)
        {
            var options = new ChatOptions { Seed = seed };
            var first = await client.GetResponseAsync("well?", options, Now);
            Assert.Equal(first.Text, (await client.GetResponseAsync("well?", options, Now)).Text);
            said.Add(first.Text);
        }

        Assert.Equal(["No, never.", "Yes, gladly."], said.Order());
    }

    [Fact]
    public async Task GetStreamingResponse_CharactersSplitOverTokens_StreamsWholeOnes()
    {
        using var client = LlamaChatClient.Load(engine.Brain(new ScriptedBrain { Replies = ["Hello"], InBytes = "🦙é" }));

        var pieces = await client.GetStreamingResponseAsync("hi", Cold, Now).Select(update => update.Text).Where(text => text.Length > 0).ToListAsync(Now);

        Assert.Equal(["Hello", "🦙", "é"], pieces);
    }

    [Fact]
    public async Task GetResponse_AtTheTokenLimit_IsCutInAWholeCharacter()
    {
        using var client = LlamaChatClient.Load(engine.Brain(new ScriptedBrain { Replies = ["Hello"], InBytes = "🦙" }));

        var response = await client.GetResponseAsync("hi", new ChatOptions { Temperature = 0, MaxOutputTokens = 3 }, Now);

        Assert.Equal("Hello", response.Text);
        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal(3, response.Usage().OutputTokenCount);
    }

    [Fact]
    public async Task GetResponse_StopStringSplitOverTokens_EndsBeforeIt()
    {
        using var client = LlamaChatClient.Load(engine.Brain("One two three END OF TALK and more"));
        var options = new ChatOptions { Temperature = 0, StopSequences = [" END OF TALK"] };

        var updates = await client.GetStreamingResponseAsync("count", options, Now).ToListAsync(Now);

        Assert.Equal("One two three", updates.ToChatResponse().Text);
        Assert.Equal(ChatFinishReason.Stop, updates.ToChatResponse().FinishReason);
    }

    [Fact]
    public async Task GetStreamingResponse_Cancelled_ThrowsWithinOneTokenAndStaysUsable()
    {
        using var client = LlamaChatClient.Load(engine.Brain(new ScriptedBrain { Replies = ["la le li lo lu"], Endless = true }));
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Now);
        var updates = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync("sing", Cold, cancel.Token))
            {
                if (++updates == 5)
                    await cancel.CancelAsync();
            }
        });

        Assert.Equal(5, updates);
        var next = await client.GetResponseAsync("sing", new ChatOptions { Temperature = 0, MaxOutputTokens = 7 }, Now);
        Assert.Equal("la le li lo lula le", next.Text);
    }

    [Fact]
    public async Task GetResponse_CancelledWhileItReadsThePrompt_StopsInTheMiddleOfADecode()
    {
        using var client = LlamaChatClient.Load(engine.Brain(new ScriptedBrain { Replies = [Sentence], FeedForward = 80_000, Layers = 8 }));
        await client.GetResponseAsync("warm up " + new string('w', 30), new ChatOptions { MaxOutputTokens = 1 }, Now);
        // One batch, so only the engine itself can stop in the middle.
        var prompt = new string('x', 40);
        var whole = await client.GetResponseAsync(prompt + "y", new ChatOptions { MaxOutputTokens = 1 }, Now);
        var promptTime = TimeSpan.FromMicroseconds(whole.Usage().AdditionalCounts!["prompt_us"]);
        Assert.True(whole.Usage().InputTokenCount < 64);

        using var cancel = new CancellationTokenSource(promptTime / 10);
        var began = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync("z" + prompt, Cold, cancel.Token));

        Assert.True(TimeProvider.System.GetElapsedTime(began) < promptTime / 2);
        Assert.Equal(Sentence, (await client.GetResponseAsync("short", Cold, Now)).Text);
    }

    [Fact]
    public async Task GetResponse_PromptLongerThanTheContext_SaysSo()
    {
        using var client = LlamaChatClient.Load(engine.Brain(Sentence), new LlamaSettings { ContextSize = 256 });

        var error = await Assert.ThrowsAsync<LlamaException>(() => client.GetResponseAsync(new string('x', 1000), Cold, Now));

        Assert.Matches(@"^The prompt is 1\d\d\d tokens long, but this brain's context holds 256; say less at once\.$", error.Message);
        Assert.Equal(Sentence, (await client.GetResponseAsync("short", Cold, Now)).Text);
    }

    [Fact]
    public async Task GetResponse_EndlessReply_EndsWhereTheContextDoes()
    {
        using var client = LlamaChatClient.Load(engine.Brain(new ScriptedBrain { Replies = ["la le li"], Endless = true }), new LlamaSettings { ContextSize = 256 });

        var response = await client.GetResponseAsync("sing", new ChatOptions { MaxOutputTokens = 10_000 }, Now);

        Assert.Equal(ChatFinishReason.Length, response.FinishReason);
        Assert.Equal(256 + 1, response.Usage().TotalTokenCount);
    }

    [Fact]
    public async Task GetResponse_InATalk_ComputesOnlyWhatIsNew()
    {
        using var client = LlamaChatClient.Load(engine.Brain(Sentence));
        List<ChatMessage> talk = [Rules("You are Pixel."), User("how many?")];
        var first = await client.GetResponseAsync(talk, Cold, Now);
        talk.AddRange([Assistant(first.Text), User("and?")]);

        var second = await client.GetResponseAsync(talk, Cold, Now);

        // All but the token that ended the first reply is still there, in the very tokens it was spoken in.
        Assert.Equal(first.Usage().TotalTokenCount - 1, second.Usage().CachedInputTokenCount);
        Assert.Equal(Sentence, second.Text);
        var again = await client.GetResponseAsync(talk, Cold, Now);
        Assert.Equal(again.Usage().InputTokenCount - 1, again.Usage().CachedInputTokenCount);
    }

    [Fact]
    public async Task Dispose_DuringAReply_EndsItBeforeTheEngineIsFreed()
    {
        var client = LlamaChatClient.Load(engine.Brain(new ScriptedBrain { Replies = ["la le li lo lu"], Endless = true }));
        var updates = 0;

        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
        {
            await foreach (var _ in client.GetStreamingResponseAsync("sing", Cold, Now))
            {
                if (++updates == 3)
                    client.Dispose();
            }
        });

        Assert.Equal(3, updates);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetResponseAsync("sing", Cold, Now));
    }

    [Fact]
    public async Task Dispose_WhileOthersWait_EndsThemAll()
    {
        var client = LlamaChatClient.Load(engine.Brain(new ScriptedBrain { Replies = [Sentence], FeedForward = 80_000, Layers = 8 }));
        var asked = Enumerable.Range(0, 4).Select(_ => Task.Run(() => client.GetResponseAsync(new string('x', 200), Cold, Now), Now)).ToArray();

        client.Dispose();

        foreach (var reply in asked)
            await Assert.ThrowsAsync<ObjectDisposedException>(() => reply);
    }

    [Fact]
    public async Task GetResponse_ManyCallersAtOnce_EachGetsItsReply()
    {
        using var client = LlamaChatClient.Load(engine.Brain(Sentence));

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => client.GetResponseAsync($"question {i}", Cold, Now)));

        Assert.All(replies, reply => Assert.Equal(Sentence, reply.Text));
    }

    [Fact]
    public void Load_FileIsNoModel_SaysSo()
    {
        var path = engine.NewPath("noise.gguf");
        File.WriteAllBytes(path, [.. "GGUF"u8, .. Enumerable.Repeat((byte)7, 1000)]);

        Assert.StartsWith("The brain file 'noise.gguf' cannot be loaded", Assert.Throws<LlamaException>(() => LlamaChatClient.Load(path)).Message);
        Assert.EndsWith("does not exist.", Assert.Throws<LlamaException>(() => LlamaChatClient.Load(engine.NewPath("none.gguf"))).Message);
    }
}
