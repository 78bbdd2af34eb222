using BitBuddy.Brains;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.Worker;
using Microsoft.Extensions.AI;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests;

/// <summary>Going back within a reply, through either client.</summary>
public abstract class RewindTests(EngineFixture engine)
{
    private static readonly ChatMessage[] Prompt = [Rules("You are Pixel.", "Files: twenty."), User("how many files are new?")];

    protected abstract Task<IChatClient> LoadAsync(string brain);

    protected abstract void Rewind(IChatClient client, int position, params int[] closed);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rewind_AnyWalk_SaysWhatAPlainRunWould(bool recurrent)
    {
        var brain = engine.Brain(new RandomBrain { Recurrent = recurrent });
        using var client = await LoadAsync(brain);
        using var plain = new PlainRun(brain, Prompt);
        var random = new Random(7);
        for (var walk = 0; walk < Proof.Size(60); walk++)
        {
            var kept = new List<int>();
            var closed = new Dictionary<int, HashSet<int>>();
            var rewinds = 6;
            await foreach (var update in client.GetStreamingResponseAsync(Prompt, Spoken.Cold, Now))
            {
                foreach (var id in Spoken.IdsOf(update))
                {
                    Assert.InRange(plain.Distance(kept, closed.GetValueOrDefault(kept.Count) ?? PlainRun.Nothing, id), 0, PlainRun.Rounding);
                    kept.Add(id);
                }

                Assert.Equal(kept.Count, Spoken.Position(update));
                if (rewinds == 0 || (random.Next(4) > 0 && update.FinishReason is null))
                    continue;
                rewinds--;
                var position = random.Next(kept.Count + 1);
                // Most often the path just taken is the one to close.
                int[] shut = position < kept.Count && random.Next(4) > 0 ? [kept[position]] : [];
                Rewind(client, position, shut);
                kept.RemoveRange(position, kept.Count - position);
                foreach (var gone in closed.Keys.Where(at => at > position).ToArray())
                    closed.Remove(gone);
                closed[position] = [.. closed.GetValueOrDefault(position) ?? [], .. shut];
            }

            Assert.Equal(0, rewinds);
            Assert.True(kept.Count == Spoken.Cold.MaxOutputTokens || plain.IsEnd(kept[^1]));
        }
    }

    [Fact]
    public async Task Rewind_FromAndToEveryPosition_TextGoesOnExactly()
    {
        using var client = await LoadAsync(engine.Brain(new ScriptedBrain { Replies = ["One two three END OF"], InBytes = "🦙é" }));
        var options = new ChatOptions { Temperature = 0, StopSequences = [" END OF TALK"] };
        const string Whole = "One two three END OF🦙é";
        var updates = await client.GetStreamingResponseAsync("count", options, Now).ToListAsync(Now);
        Assert.Equal(Whole, string.Concat(updates.Select(update => update.Text)));

        for (var from = 1; from <= updates.Count; from++)
        {
            for (var to = 0; to <= Spoken.Position(updates[from - 1]); to += 2)
            {
                // What was heard at each position; a rewind unsays what came behind it, and the rest that the last update adds.
                var texts = new List<(int Position, string Text)>();
                var heard = 0;
                await foreach (var update in client.GetStreamingResponseAsync("count", options, Now))
                {
                    if (update.FinishReason is null || heard >= from)
                        texts.Add((Spoken.Position(update), update.Text));
                    if (++heard != from)
                        continue;
                    Rewind(client, to);
                    texts.RemoveAll(text => text.Position > to);
                }

                Assert.Equal(Whole, string.Concat(texts.Select(text => text.Text)));
            }
        }
    }

    [Fact]
    public async Task Rewind_KeptTokens_CountForTheLimitAndThePenalty()
    {
        var brain = engine.Brain(new RandomBrain { Seed = 3 });
        using var client = await LoadAsync(brain);
        var options = new ChatOptions { Temperature = 0, MaxOutputTokens = 16, AdditionalProperties = new() { ["repeat_penalty"] = 1.5f } };
        var expected = (await Spoken.SayAsync(client, Prompt, options)).Ids;

        var (kept, back) = (new List<int>(), 0);
        await foreach (var update in client.GetStreamingResponseAsync(Prompt, options, Now))
        {
            kept.AddRange(Spoken.IdsOf(update));
            if (update.FinishReason is null || back++ > 0)
                continue;
            Rewind(client, 9);
            kept.RemoveRange(9, kept.Count - 9);
        }

        Assert.Equal(expected, kept);
        Assert.NotEqual(expected, (await Spoken.SayAsync(client, Prompt, new ChatOptions { Temperature = 0, MaxOutputTokens = 16 })).Ids);
    }

    [Fact]
    public async Task Rewind_AllTokensClosed_EndsTheReply()
    {
        var brain = engine.Brain(new RandomBrain());
        using var client = await LoadAsync(brain);
        using var plain = new PlainRun(brain, Prompt);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in client.GetStreamingResponseAsync(Prompt, Spoken.Cold, Now))
        {
            updates.Add(update);
            if (updates.Count == 5)
                Rewind(client, 3, [.. Enumerable.Range(-1, plain.Words + 2)]);
        }

        Assert.Equal(6, updates.Count);
        Assert.Equal((3, ChatFinishReason.Stop), (Spoken.Position(updates[5]), updates[5].FinishReason));
        Assert.Equal((await Spoken.SayAsync(client, Prompt)).Ids.Take(3), updates.SelectMany(Spoken.IdsOf).Take(3));
    }

    [Fact]
    public async Task Rewind_BadPositionsOrNothingStreamed_Refuses()
    {
        using var client = await LoadAsync(engine.Brain("One two three four."));
        Assert.Throws<InvalidOperationException>(() => Rewind(client, 0));

        await foreach (var update in client.GetStreamingResponseAsync("count", Spoken.Cold, Now))
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Rewind(client, -1));
            Assert.Throws<ArgumentOutOfRangeException>(() => Rewind(client, Spoken.Position(update) + 1));
        }

        Assert.Throws<InvalidOperationException>(() => Rewind(client, 0));
    }
}

[Collection(EngineCollection.Name)]
public sealed class LlamaRewindTests(EngineFixture engine) : RewindTests(engine)
{
    [Fact]
    public void ReplyPlace_Names_AreThoseTheBuddyLooksFor() =>
        Assert.Equal((IRewind.Position, IRewind.Tokens), (ReplyPlace.Position, ReplyPlace.Tokens));

    protected override Task<IChatClient> LoadAsync(string brain) =>
        Task.FromResult<IChatClient>(LlamaChatClient.Load(brain, new LlamaSettings { Threads = 1 }));

    protected override void Rewind(IChatClient client, int position, params int[] closed) => ((LlamaChatClient)client).Rewind(position, closed);
}

[Collection(EngineCollection.Name)]
public sealed class WorkerRewindTests(EngineFixture engine) : RewindTests(engine)
{
    protected override async Task<IChatClient> LoadAsync(string brain) => await WorkerChatClient.StartAsync(
        new WorkerSettings { Executable = Repository.App, ModelPath = brain, Llama = new LlamaSettings { Threads = 1 } }, Now);

    protected override void Rewind(IChatClient client, int position, params int[] closed) => ((WorkerChatClient)client).Rewind(position, closed);
}
