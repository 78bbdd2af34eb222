using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

/// <summary>The small brain that the app carries, as a new user meets it.</summary>
public sealed class SeedTests : IDisposable
{
    private readonly AppHome _home = new();

    public SeedTests()
    {
        _home.Write("a.pdf", 1000);
        _home.Write("b.pdf", 1000);
        _home.Variables["BITBUDDY_SEED"] = Carry("Counted <|v0|> here, <|v3|>.");
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Ask_EmptyHome_IsAnsweredByIt()
    {
        // A default buddy may draw a beat that a recited reply has not; facts are facts all the same.
        var runs = new List<AppRun>();
        for (var i = 0; i < 6 || (i < 30 && runs.TrueForAll(run => run.Json["voice"]!.GetValue<string>() != "brain")); i++)
            runs.Add(await AskAsync("--fresh"));

        Assert.Contains(runs, run => run.Json["voice"]!.GetValue<string>() == "brain" && run.Json["brain"]!["model"]!.GetValue<string>() == "seed brain");
        Assert.All(runs.Where(run => run.Json["voice"]!.GetValue<string>() == "brain"), run => Assert.Contains("Counted 2 PDF files here, 2 KB.", run.Json["reply"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.All(runs, run => Assert.Equal(2, run.Json["facts"]!["count"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Choice_OfAnotherOrNone_WinsAndItCanBeChosenAgain()
    {
        Assert.Contains("without a brain", (await AskAsync("--brain", "none")).Json["why_not"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(0, (await _home.RunAsync("brain", "use", "none")).ExitCode);
        Assert.Contains("without a brain", (await AskAsync()).Json["why_not"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(0, (await _home.RunAsync("brain", "use", "seed")).ExitCode);

        // It is the file the app carries now, whichever that is.
        _home.Variables["BITBUDDY_SEED"] = Carry("Another <|v0|> here, <|v3|>.");
        var listed = (await _home.RunAsync("brain", "list", "--json")).Json;
        var own = Path.Combine(_home.Root, "own.gguf");
        ScriptedBrain.Write(own, "Own words. ");
        await _home.RunAsync("brain", "import", own);

        var used = listed["brains"]!.AsArray().Where(brain => brain!["used"]!.GetValue<bool>());
        Assert.Equal(_home.Variables["BITBUDDY_SEED"], Assert.Single(used)!["path"]!.GetValue<string>());
        Assert.Equal(listed["used"]!.GetValue<string>(), Assert.Single(used)!["sha256"]!.GetValue<string>());
        // One of the user's own takes its place without being chosen.
        Assert.Contains("Own words.", (await AskAsync()).Json["reply"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_ItsWords_AreHonest()
    {
        var shown = await _home.RunAsync("brain", "show");
        var pulled = await _home.RunAsync("brain", "pull", "seed");
        var without = await _home.ShellAsync("BITBUDDY_SEED=/none \"$APP\" brain show seed");

        Assert.Contains("cannot reason about texts and knows nothing of the world", shown.Out, StringComparison.Ordinal);
        Assert.Equal(2, (await _home.RunAsync("brain", "show", "seed", "--json")).Json["gguf"]!["prompt_layout"]!.GetValue<int>());
        Assert.Equal(2, pulled.ExitCode);
        Assert.Contains("`bitbuddy brain use seed`", pulled.Err, StringComparison.Ordinal);
        Assert.Equal(3, without.ExitCode);
    }

    private Task<AppRun> AskAsync(params string[] more) => _home.RunAsync(["ask", "how many pdfs?", "--folder", _home.Files, "--json", .. more]);

    private string Carry(string says)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_home.Root, $"carried {says.Length}")).FullName;
        var path = Path.Combine(folder, "seed brain.gguf");
        new ScriptedBrain { Replies = [says], SpeaksInSlots = true }.Write(path);
        return path;
    }
}
