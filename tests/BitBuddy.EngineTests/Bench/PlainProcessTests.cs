using System.Diagnostics;
using BitBuddy.App.Bench.Models;
using BitBuddy.Llama;
using BitBuddy.Llama.Bench;

namespace BitBuddy.EngineTests.Bench;

[Collection(EngineCollection.Name)]
public sealed class PlainProcessTests(EngineFixture engine)
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Run_ARealProcess_TellsItsTimesAtTheFirstTokenAndAtTheEnd(bool repack, bool warm)
    {
        var path = engine.NewPath($"{Guid.NewGuid():n}.gguf");
        await ModelWriter.WriteAsync(path, ModelShapes.Of("tiny"), Quant.Of("q4_k_m"), null, 1, null, CancellationToken.None);

        var watch = Stopwatch.StartNew();
        using var plain = Process.Start(new ProcessStartInfo(Repository.App, new PlainSettings(path, 250, 5, repack, warm).ToArguments()) { RedirectStandardOutput = true })!;
        var first = PlainTimings.FromLine((await plain.StandardOutput.ReadLineAsync())!);
        var heard = watch.Elapsed.TotalMilliseconds;
        var last = PlainTimings.FromLine((await plain.StandardOutput.ReadLineAsync())!);
        await plain.WaitForExitAsync();

        Assert.Equal(0, plain.ExitCode);
        Assert.Equal(first with { Reply = last.Reply }, last);
        Assert.True(last.Reply > 0);
        Assert.True(first.Prompt > 0 && first.Loaded + first.Prompt <= first.FirstToken);
        // The start of a process is known to a hundredth of a second.
        Assert.True(first.FirstToken <= heard + 20, $"{first.FirstToken} ms by its own clock, {heard} ms outside");
    }

    [Fact]
    public void Settings_ThroughTheCommandLine_StayTheSame()
    {
        var settings = new PlainSettings("a b.gguf", 250, 64, Repack: false, Warm: true);

        Assert.Equal(settings, PlainSettings.FromArguments(settings.ToArguments()));
        Assert.Throws<LlamaException>(() => PlainSettings.FromArguments([PlainSettings.Verb, "a.gguf", "0", "1", "True", "True"]));
        Assert.Contains(
            "room for 512 tokens", Assert.Throws<LlamaException>(() => PlainSettings.FromArguments((settings with { PromptTokens = 449 }).ToArguments())).Message,
            StringComparison.Ordinal);
    }
}
