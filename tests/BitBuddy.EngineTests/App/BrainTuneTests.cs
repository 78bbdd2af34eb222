using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

/// <summary><c>brain tune</c> through the whole app: real workers, really measured.</summary>
public sealed class BrainTuneTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    private async Task ImportAsync(ScriptedBrain brain)
    {
        var path = Path.Combine(_home.Root, "brain.gguf");
        brain.Write(path);
        Assert.Equal(0, (await _home.RunAsync("brain", "import", path)).ExitCode);
    }

    [Fact]
    public async Task Tune_Brain_MeasuresBothModesAndKeepsTheChoice()
    {
        await ImportAsync(new ScriptedBrain { Endless = true, FeedForward = 2_000 });

        var run = await _home.RunAsync("brain", "tune", "--json");

        Assert.Equal(0, run.ExitCode);
        var rows = run.Json["rows"]!.AsArray();
        var threads = Math.Min(Environment.ProcessorCount, 4);
        Assert.Equal([.. Enumerable.Repeat("quiet", threads), "quick"], rows.Select(row => row!["mode"]!.GetValue<string>()));
        Assert.Equal(Enumerable.Range(1, threads), rows.Take(threads).Select(row => row!["threads"]!.GetValue<int>()));
        Assert.All(rows, row =>
        {
            foreach (var figure in new[] { "wake_ms", "prompt_per_second", "reply_per_second", "first_token_ms" })
                Assert.True(row![figure]!.GetValue<double>() > 0, figure);
            // A process with an engine in it, and no more than this machine has.
            Assert.InRange(row!["private_bytes"]!.GetValue<long>(), 1_000_000, 4_000_000_000);
        });
        Assert.True(run.Json["kept"]!.GetValue<bool>());
        var tuned = run.Json["tuned"]!.AsArray().ToDictionary(value => value!["name"]!.GetValue<string>(), value => value!["value"]!.GetValue<string>());
        foreach (var setting in (await _home.RunAsync("config", "list", "--json")).Json["settings"]!.AsArray().Where(setting => tuned.ContainsKey(setting!["name"]!.GetValue<string>())))
        {
            Assert.Equal("tuned", setting!["origin"]!.GetValue<string>());
            Assert.Equal(tuned[setting["name"]!.GetValue<string>()], setting["value"]!.GetValue<string>());
            Assert.NotEmpty(setting["reason"]!.GetValue<string>());
        }

        Assert.Contains("(tuned: ", (await _home.RunAsync("status")).Out, StringComparison.Ordinal);
        Assert.Contains("(tuned: ", (await _home.RunAsync("brain", "show")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tune_UserChoseTheMode_TheirChoiceStaysAndIsSaid()
    {
        await ImportAsync(new ScriptedBrain { Replies = ["Hi. "] });
        await _home.RunAsync("config", "set", "brain.mode", "quick");

        var run = await _home.RunAsync("brain", "tune");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("It stays quick (config).", run.Out, StringComparison.Ordinal);
        Assert.Contains("Measuring quiet with 1 thread…", run.Err, StringComparison.Ordinal);
        Assert.Equal("quick", (await _home.RunAsync("config", "get", "brain.mode")).Out.Trim());
        Assert.Contains("tuned", (await _home.RunAsync("config", "set", "brain.mode", "default")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tune_Interrupted_EndsWithoutAWorkerAndKeepsNothing()
    {
        Machine.NeedsLinux();
        // Slow enough that the measuring is still at its beginning.
        await ImportAsync(new ScriptedBrain { Endless = true, FeedForward = 100_000, Layers = 20 });
        using var tune = _home.Start("brain", "tune");
        var heard = "";
        while (!heard.Contains("Measuring", StringComparison.Ordinal))
            heard += await tune.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        var worker = 0;
        await Machine.UntilAsync(() => (worker = Machine.Children(tune.Id).FirstOrDefault()) != 0, "a worker runs");

        Machine.Kill(tune.Id, "INT");
        await tune.EndAsync();

        Assert.Equal(130, tune.ExitCode);
        await Machine.UntilAsync(() => !Machine.IsAlive(worker), "the worker is gone");
        Assert.False(File.Exists(Path.Combine(_home.Home, "tuning.json")));
    }

    [Fact]
    public async Task Tune_NoBrain_IsNotFound()
    {
        var run = await _home.RunAsync("brain", "tune");

        Assert.Equal((3, ""), (run.ExitCode, run.Out));
    }
}
