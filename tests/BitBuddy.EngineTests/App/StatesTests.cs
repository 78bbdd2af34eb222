using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

/// <summary>What one question computed is there for the next one, until the user removes something.</summary>
public sealed class StatesTests : IDisposable
{
    private readonly AppHome _home = new();

    private string[] States => Directory.GetFiles(Path.Combine(_home.Home, "states"), "*.state");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Ask_ASecondTime_DoesNotComputeTheHeadAgain()
    {
        await _home.MeetAsync();
        var brain = Path.Combine(_home.Root, "brain.gguf");
        ScriptedBrain.Write(brain, "I am fine and glad to see you.");

        var first = await _home.RunAsync("ask", "how are you?", "--brain", brain, "--fresh", "--json");
        Assert.NotEmpty(States);
        var second = await _home.RunAsync("ask", "how do you do?", "--brain", brain, "--fresh", "--json");

        Assert.Equal("brain", first.Json["voice"]!.GetValue<string>());
        Assert.Equal(0, first.Json["brain"]!["reused_tokens"]!.GetValue<int>());
        Assert.InRange(second.Json["brain"]!["reused_tokens"]!.GetValue<int>(), 30, second.Json["brain"]!["prompt_tokens"]!.GetValue<int>());

        await _home.RunAsync("folders", "add", _home.Files);
        Assert.Equal(0, (await _home.RunAsync("folders", "remove", _home.Files)).ExitCode);
        Assert.Empty(States);
    }
}
