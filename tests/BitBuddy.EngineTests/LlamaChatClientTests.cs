using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using Microsoft.Extensions.AI;

namespace BitBuddy.EngineTests;

[Collection(EngineCollection.Name)]
public sealed class LlamaChatClientTests(EngineFixture engine)
{
    private static readonly ChatOptions Cold = new() { Temperature = 0 };

    [Fact]
    public async Task GetResponse_AtTemperatureZero_RecitesTheScript()
    {
        using var client = LlamaChatClient.Load(engine.Brain("You have 12 pdf files. The biggest of the files is big.pdf."));

        var response = await client.GetResponseAsync("how many pdf files do I have?", Cold, TestContext.Current.CancellationToken);

        Assert.Equal("You have 12 pdf files. The biggest of the files is big.pdf.", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }
}
