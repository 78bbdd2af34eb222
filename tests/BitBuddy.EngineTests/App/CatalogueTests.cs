using System.Diagnostics;
using System.Text.Json.Nodes;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Hub;

namespace BitBuddy.EngineTests.App;

/// <summary>Choosing and changing brains through the whole app, with a hub on loopback.</summary>
public sealed class CatalogueTests : IAsyncDisposable
{
    private readonly AppHome _home = new();
    private readonly TestHub _hub = new();
    private readonly OwnCatalogue _catalogue;

    public CatalogueTests()
    {
        Machine.NeedsLinux();
        _catalogue = new OwnCatalogue(_home, _hub);
        _catalogue.Add("small", "tiny", path => ScriptedBrain.Write(path, "Small word. "));
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task Ids_OfBrainsAndTiers_StandEverywhere()
    {
        var away = await RunAsync("brain use tiny");
        var shown = await RunAsync("brain show small --json");
        var pulled = await RunAsync("brain pull TINY");
        var used = await RunAsync("brain use small --json");
        var here = await RunAsync("brain show tiny --json");
        var asked = await RunAsync("ask hello --brain tiny --fresh");
        var listed = (await RunAsync("brain list --json")).Json;

        Assert.Equal((3, "No brain of the tier tiny is on this machine; `bitbuddy brain pull tiny` gets one."), (away.ExitCode, away.Err.Trim()));
        Assert.Equal("hf.co/me/small-GGUF/small.gguf", shown.Json["source"]!.GetValue<string>());
        Assert.True(pulled.ExitCode == 0, pulled.Err);
        Assert.Equal("small", used.Json["model"]!.GetValue<string>());
        Assert.Equal("llama", here.Json["gguf"]!["architecture"]!.GetValue<string>());
        Assert.Contains("Small word.", asked.Out, StringComparison.Ordinal);
        Assert.Equal(used.Json["path"]!.GetValue<string>(), listed["catalogue"]![0]!["here"]!.GetValue<string>());
        Assert.Equal("fits", listed["catalogue"]![0]!["fit"]!.GetValue<string>());
    }

    [Fact]
    public async Task List_AfterTune_TellsTheSpeedThatWasMeasured()
    {
        await RunAsync("brain pull small");
        var before = (await RunAsync("brain list --json")).Json["catalogue"]![0]!;

        await RunAsync("brain tune");

        var after = (await RunAsync("brain list --json")).Json["catalogue"]![0]!;
        Assert.False(before["measured"]!.GetValue<bool>());
        // A reply of two words is too short to tell a speed; then the estimate stays.
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_home.Home, "tuning.json")))!["brains"]![0]!["reply_per_second"];
        Assert.Equal(kept is not null, after["measured"]!.GetValue<bool>());
        if (kept is not null)
            Assert.Equal(Math.Round(kept.GetValue<double>(), 1), after["tokens_per_second"]!.GetValue<double>());
    }

    [Fact]
    public async Task Pull_LicenceToAccept_NeedsTheWord()
    {
        _catalogue.Add("odd", "standard", path => ScriptedBrain.Write(path, "Odd word. "), terms: "example.org/terms");

        var byAddress = await RunAsync("brain pull hf.co/me/odd-GGUF/odd.gguf");
        var refused = await RunAsync("brain pull odd");
        var accepted = await RunAsync("brain pull odd --accept-licence");
        var again = await RunAsync("brain pull odd");

        Assert.Equal((2, 2, 0, 0), (byAddress.ExitCode, refused.ExitCode, accepted.ExitCode, again.ExitCode));
        Assert.Contains("comes under the Odd Terms, which you can read at example.org/terms.", refused.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_BrokenCatalogue_NamesTheLineAndListsWhatIsHere()
    {
        await RunAsync("brain pull small");
        await File.AppendAllTextAsync(Path.Combine(_home.Home, "brains.json"), "x");

        var run = await RunAsync("brain list");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("brains.json, line ", run.Err, StringComparison.Ordinal);
        Assert.Contains("* small", run.Out, StringComparison.Ordinal);
        Assert.Contains("Small word.", (await RunAsync("ask hello --fresh")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_OllamaIsHere_NamesWhatItFoundAndUsesItInPlace()
    {
        var copy = _catalogue.Add("other", "standard", path => ScriptedBrain.Write(path, "Other word. "));
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(copy)));
        var models = Path.Combine(_home.Root, ".ollama", "models");
        Directory.CreateDirectory(Path.Combine(models, "manifests", "host", "library", "other"));
        Directory.CreateDirectory(Path.Combine(models, "blobs"));
        File.Move(copy, Path.Combine(models, "blobs", $"sha256-{sha256}"));
        await File.WriteAllTextAsync(Path.Combine(models, "manifests", "host", "library", "other", "1b"),
            $$"""{ "layers": [ { "mediaType": "application/vnd.ollama.image.model", "digest": "sha256:{{sha256}}" } ] }""");

        var scan = await RunAsync("brain scan");
        var json = (await RunAsync("brain scan --json")).Json["found"]!.AsArray().Single()!;
        var used = await RunAsync("brain use other");

        Assert.Contains("other:1b", scan.Out, StringComparison.Ordinal);
        Assert.Contains("is Brain other, its sha256 is right", scan.Out, StringComparison.Ordinal);
        Assert.Equal(("Ollama", "other"), (json["app"]!.GetValue<string>(), json["brain"]!.GetValue<string>()));
        Assert.True(used.ExitCode == 0, used.Err);
        Assert.Contains("Other word.", (await RunAsync("ask hello --fresh")).Out, StringComparison.Ordinal);
        Assert.Empty(_hub.Hub.Requests);
    }

    [Fact]
    public async Task Upgrade_NewerBrainOfTheTier_IsToldAndChangedToOnlyWhenAwake()
    {
        await RunAsync("brain pull small");
        await _home.MeetAsync();
        // Its file is sound for the gate and not for the engine, which knows no such layers.
        _catalogue.Add("bad", "tiny", path => new GgufWriter()
            .Add("general.architecture", "llama").Add("llama.context_length", 512u).Add("llama.embedding_length", 32u).Add("llama.block_count", 1u)
            .Add("llama.attention.head_count", 1u)
            .Add("tokenizer.ggml.model", "llama").Add("tokenizer.ggml.tokens", (string[])["a", "b"]).AddVector("nothing", 32, 1).Write(path), released: "2025-02");
        _catalogue.Add("good", "tiny", path => ScriptedBrain.Write(path, "Good word. "), released: "2025-03");

        var told = await RunAsync("brain upgrade");
        var failed = await RunAsync("brain upgrade bad");
        var stillSmall = await RunAsync("ask hello --fresh");
        var changed = await RunAsync("brain upgrade --yes");

        Assert.Contains("In use: Brain small", told.Out, StringComparison.Ordinal);
        Assert.Contains("newer (2025-03, and yours is of 2025-01)", told.Out, StringComparison.Ordinal);
        Assert.True(told.Out.IndexOf("good:", StringComparison.Ordinal) < told.Out.IndexOf("bad:", StringComparison.Ordinal));
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("cannot be woken here", failed.Err, StringComparison.Ordinal);
        Assert.Contains("Small word.", stillSmall.Out, StringComparison.Ordinal);
        Assert.True(changed.ExitCode == 0, changed.Err);
        Assert.Contains("Good word.", (await RunAsync("ask hello --fresh")).Out, StringComparison.Ordinal);
        Assert.Contains((await RunAsync("brain list --json")).Json["brains"]!.AsArray(), brain => brain!["model"]!.GetValue<string>() == "small");
        Assert.Contains("No brain of the catalogue fits better here.", (await RunAsync("brain upgrade")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embedded_BrainBesideTheExecutable_JustWorksAndAChoiceWins()
    {
        var app = Path.Combine(_home.Root, "an app");
        using (var copy = Process.Start("/bin/sh", ["-c", $"cp -al '{Path.GetDirectoryName(AppHome.App)}' '{app}' 2>/dev/null || cp -a '{Path.GetDirectoryName(AppHome.App)}' '{app}'"]))
            await copy.WaitForExitAsync();
        Directory.CreateDirectory(Path.Combine(app, "models"));
        ScriptedBrain.Write(Path.Combine(app, "models", "buddy-brain.gguf"), "Carried word. ");

        var asked = await _home.ShellAsync($"'{app}/bitbuddy' ask hello --fresh");
        var listed = await _home.ShellAsync($"'{app}/bitbuddy' brain list --json");
        await _home.ShellAsync($"'{app}/bitbuddy' brain use none");
        var without = await _home.ShellAsync($"'{app}/bitbuddy' ask hello --fresh --json");

        Assert.Contains("Carried word.", asked.Out, StringComparison.Ordinal);
        Assert.True(listed.Json["brains"]![0]!["used"]!.GetValue<bool>());
        Assert.Equal("rules", without.Json["voice"]!.GetValue<string>());
    }

    private Task<AppRun> RunAsync(string command) => _home.ShellAsync($"{_catalogue.Variable} \"$APP\" {command}");
}
