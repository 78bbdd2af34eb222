using System.Text.Json.Nodes;

namespace BitBuddy.EngineTests.App;

/// <summary>Settings as a user changes them.</summary>
public sealed class ConfigTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Set_ThenGetAndList_AgreeAndDefaultTakesItBack()
    {
        var set = await _home.RunAsync("config", "set", "brain.keep_alive", "-1");
        var get = await _home.RunAsync("config", "get", "brain.keep_alive");
        var list = (await _home.RunAsync("config", "list", "--json")).Json["settings"]!.AsArray();
        var path = await _home.RunAsync("config", "path");
        var back = await _home.RunAsync("config", "set", "brain.keep_alive", "default");

        Assert.Equal((0, "-1"), (set.ExitCode, get.Out.Trim()));
        Assert.Equal(["brain.keep_alive"], list.Where(setting => setting!["origin"]!.GetValue<string>() == "config").Select(setting => setting!["name"]!.GetValue<string>()));
        Assert.Equal(Path.Combine(_home.Home, "config.json"), path.Out.Trim());
        Assert.Contains("taken back: 5m (default)", back.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("did you mean brain.threads?", "config", "get", "brain.thread")]
    [InlineData("did you mean brain.mode?", "config", "set", "brain.mod", "quick")]
    [InlineData("must be quiet or quick, not 'loud'", "config", "set", "brain.mode", "loud")]
    [InlineData("not '-5'", "config", "set", "brain.states_mb", "-5")]
    public async Task Config_WrongNameOrValue_IsUsageInOneLineAndChangesNothing(string sentence, params string[] arguments)
    {
        var run = await _home.RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(sentence, Assert.Single(run.Err.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_home.Home, "config.json")));
    }

    [Fact]
    public async Task Config_Variables_OverrideAndAreRefusedByName()
    {
        var over = await _home.ShellAsync("BITBUDDY_BRAIN_MODE=quick \"$APP\" config list");
        var wrong = await _home.ShellAsync("BITBUDDY_BRAIN_MODE=fast \"$APP\" config list");
        var unknown = await _home.ShellAsync("BITBUDDY_BRAIN_MOOD=quick \"$APP\" doctor");

        Assert.Contains("brain.mode = quick (environment: BITBUDDY_BRAIN_MODE)", over.Out, StringComparison.Ordinal);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("BITBUDDY_BRAIN_MODE must be quiet or quick, not 'fast'", wrong.Err, StringComparison.Ordinal);
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("'BITBUDDY_BRAIN_MOOD'; did you mean BITBUDDY_BRAIN_MODE?", unknown.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_ManyProcessesAtOnce_NoneIsLost()
    {
        string[][] sets = [["brain.mode", "quick"], ["brain.threads", "1"], ["brain.context", "600"], ["brain.gpu_layers", "3"], ["brain.keep_alive", "7s"], ["brain.states_mb", "9"]];

        var runs = await Task.WhenAll(sets.Select(set => _home.RunAsync(["config", "set", .. set])));

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_home.Home, "config.json"), TestContext.Current.CancellationToken))!["settings"]!.AsObject();
        Assert.Equal(sets.Select(set => string.Join('=', set)).Order(), kept.Select(pair => $"{pair.Key}={pair.Value}").Order());
    }

    [Fact]
    public async Task Ask_WrongVariable_TheRulesAnswerAndSayWhy()
    {
        _home.Write("a.pdf");
        var brain = Path.Combine(_home.Root, "brain.gguf");
        Gguf.ScriptedBrain.Write(brain, "You have 1 pdf file. ");
        await _home.RunAsync("brain", "import", brain);

        var run = await _home.ShellAsync("BITBUDDY_BRAIN_THREADS=many \"$APP\" ask 'how many pdfs?' --folder \"$FILES\" --json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("rules", run.Json["voice"]!.GetValue<string>());
        Assert.Contains("BITBUDDY_BRAIN_THREADS", run.Json["why_not"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
