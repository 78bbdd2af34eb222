using BitBuddy.Llama;

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
}
