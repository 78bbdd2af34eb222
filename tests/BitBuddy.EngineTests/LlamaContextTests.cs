using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.Native;

namespace BitBuddy.EngineTests;

[Collection(EngineCollection.Name)]
public sealed class LlamaContextTests(EngineFixture engine)
{
    private const int AnyToken = 5;

    [Fact]
    public void Decode_Aborting_StopsUntilItIsAllowedAgain()
    {
        using var model = LlamaModel.Load(engine.Brain("Hello"), new LlamaSettings());
        using var context = new LlamaContext(model, new LlamaSettings());

        context.Aborting = true;
        Assert.False(context.Decode([AnyToken], 0));
        context.Aborting = false;
        Assert.True(context.Rewind(0));
        Assert.True(context.Decode([AnyToken], 0));
    }

    [Fact]
    public void Rewind_ToAPosition_KeepsWhatIsBeforeIt()
    {
        using var model = LlamaModel.Load(engine.Brain("Hello"), new LlamaSettings());
        using var context = new LlamaContext(model, new LlamaSettings());
        context.Decode([AnyToken, AnyToken, AnyToken], 0);

        Assert.True(context.Rewind(2));
        Assert.True(context.Decode([AnyToken], 2));
    }

    [Fact]
    public void Model_DisposedBeforeItsContext_LivesOnUntilThatIsGone()
    {
        var model = LlamaModel.Load(engine.Brain("Hello"), new LlamaSettings());
        using var context = new LlamaContext(model, new LlamaSettings());

        model.Dispose();

        Assert.True(context.Decode([AnyToken], 0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Restore_InAnotherContext_GivesTheVeryLogits(bool recurrent)
    {
        var settings = new LlamaSettings { Threads = 1 };
        using var model = LlamaModel.Load(engine.Brain(new RandomBrain { Recurrent = recurrent }), settings);
        using var first = new LlamaContext(model, settings);
        using var second = new LlamaContext(model, settings);
        int[] head = [1, 400, 300, 500, 350], rest = [420, 330];
        first.Decode(head, 0);

        using var state = first.Save(head);
        first.Decode(rest, head.Length);
        second.Decode(rest, 0);
        Assert.NotEqual(Logits(first, model), Logits(second, model));
        Assert.True(second.Restore(state!));
        second.Decode(rest, head.Length);

        Assert.Equal(Logits(first, model), Logits(second, model));
        Assert.Equal(!recurrent, model.CutsBack);
    }

    [Fact]
    public void Restore_BytesOfAnotherModel_LeavesNothing()
    {
        var settings = new LlamaSettings { Threads = 1 };
        using var one = LlamaModel.Load(engine.Brain(new RandomBrain()), settings);
        using var other = LlamaModel.Load(engine.Brain("Hello"), settings);
        using var from = new LlamaContext(one, settings);
        using var to = new LlamaContext(other, settings);
        from.Decode([1, 2, 3], 0);
        Assert.Null(from.Save([1, 2, 3], most: 100));
        using var state = from.Save([1, 2, 3]);

        Assert.False(to.Restore(state!));

        Assert.True(to.Decode([AnyToken], 0));
    }

    private static unsafe float[] Logits(LlamaContext context, LlamaModel model) =>
        new ReadOnlySpan<float>(LlamaApi.llama_get_logits_ith(context.Handle, -1), model.Vocabulary.Count).ToArray();
}
