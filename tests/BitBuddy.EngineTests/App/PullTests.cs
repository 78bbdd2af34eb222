using System.Text.Json.Nodes;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Hub;

namespace BitBuddy.EngineTests.App;

/// <summary><c>brain pull</c> and <c>brain rm</c> as a user runs them, against a hub on loopback.</summary>
public sealed class PullTests : IAsyncDisposable
{
    private const string Name = "acme/tiny/Scripted.gguf";
    private const string Id = "hf.co/" + Name;
    private readonly AppHome _home = new();
    private readonly TestHub _hub = new();

    public PullTests() => _home.Variables["HF_ENDPOINT"] = _hub.Endpoint.AbsoluteUri;

    private string Models => Path.Combine(_home.Home, "models");

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task Pull_ThenAsk_TheBrainSpeaks()
    {
        Serve();
        await _home.MeetAsync();

        var pull = await _home.RunAsync("brain", "pull", Id);
        var ask = await _home.RunAsync("ask", "how many pdfs?", "--folder", _home.Files, "--json");
        var list = (await _home.RunAsync("brain", "list", "--json")).Json["brains"]![0]!;

        Assert.Equal(0, pull.ExitCode);
        Assert.Matches(@"^Scripted is here \(.*, sha256 [0-9a-f]{12}…, checked\) and used from now on\.\n$", pull.Out);
        Assert.Matches(@"^Fetching [0-9.]+ KB\.\nFetching: \d+ %", pull.Err);
        Assert.Equal("brain", ask.Json["voice"]!.GetValue<string>());
        Assert.Equal(("downloaded", Id, true), (list["origin"]!.GetValue<string>(), list["source"]!.GetValue<string>(), list["used"]!.GetValue<bool>()));
        Assert.NotNull(list["last_used"]);
    }

    [Fact]
    public async Task Pull_Json_IsOneObjectALine()
    {
        Serve();

        var pull = await _home.RunAsync("brain", "pull", Id, "--json");

        var lines = pull.Out.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal((0, "starting", "done"), (pull.ExitCode, lines[0]["event"]!.GetValue<string>(), lines[^1]["event"]!.GetValue<string>()));
        Assert.Equal("Scripted", lines[^1]["brain"]!["model"]!.GetValue<string>());
        foreach (var line in lines)
            Assert.Contains(string.Join(' ', line.AsObject().Select(member => member.Key).Where(name => name is not ("bytes_per_second" or "seconds_left"))), Examples());
        Assert.Contains(lines, line => line["event"]!.GetValue<string>() == "progress" && line["bytes"]!.GetValue<long>() == line["total"]!.GetValue<long>());
    }

    [Fact]
    public async Task Pull_CtrlC_PausesAndTheNextRunGoesOn()
    {
        Machine.NeedsLinux();
        var large = Large(20_000_000);
        _hub.Cdn.Pace = 10_000_000;
        using var pull = _home.Start("brain", "pull", Id);
        await Machine.UntilAsync(() => _hub.Cdn.Sent > 5_000_000, "a part was sent");

        Machine.Kill(pull.Id, "INT");
        await pull.EndAsync();
        var said = await pull.StandardError.ReadToEndAsync();
        var list = await _home.RunAsync("brain", "list");
        var status = await _home.RunAsync("status", "--json");
        _hub.Cdn.Pace = null;
        var again = await _home.RunAsync("brain", "pull", Id);
        var after = await _home.RunAsync("status", "--json");

        Assert.Equal(130, pull.ExitCode);
        Assert.Contains("“Scripted.gguf” stopped half way", string.Concat(status.Json["causes"]!.AsArray().Select(cause => cause!["because"]!.GetValue<string>())), StringComparison.Ordinal);
        Assert.DoesNotContain("stopped half way", string.Concat(after.Json["causes"]!.AsArray().Select(cause => cause!["because"]!.GetValue<string>())), StringComparison.Ordinal);
        Assert.Contains($"Paused; what is here is kept, and `bitbuddy brain pull {Id}` goes on from there.", said, StringComparison.Ordinal);
        Assert.Contains("paused", list.Out, StringComparison.Ordinal);
        Assert.Contains("are here already", again.Err, StringComparison.Ordinal);
        Assert.True(_hub.Cdn.Requests.Last().From > 4_000_000, "A clean pause loses nothing.");
        Assert.Equal(await File.ReadAllBytesAsync(large), await File.ReadAllBytesAsync(Path.Combine(Models, "Scripted.gguf")));
    }

    [Fact]
    public async Task Row38_TwoProcesses_OneFetchesTheOtherWaitsWithItsProgress()
    {
        Machine.NeedsLinux();
        Large(20_000_000);
        _hub.Cdn.Pace = 10_000_000;
        using var first = _home.Start("brain", "pull", Id, "--json");
        await Machine.UntilAsync(() => _hub.Cdn.Sent > 1_000_000, "a part was sent");

        var second = await _home.RunAsync("brain", "pull", Id, "--json");
        await first.EndAsync();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Single(_hub.Cdn.Requests);
        var lines = second.Out.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal((first.Id, 20_000_000 / 2304 * 2304 / 1_000_000), (lines[0]["pid"]!.GetValue<int>(), lines[^2]["total"]!.GetValue<long>() / 1_000_000));
        Assert.Equal(["waiting", "done"], lines.Select(line => line["event"]!.GetValue<string>()).Distinct());
    }

    [Fact]
    public async Task Row40_ManyProcessesAtOnce_NoEntryIsLost()
    {
        var files = Enumerable.Range(0, 6).Select(i => Path.Combine(_home.Root, $"brain {i}.gguf")).ToList();
        foreach (var file in files)
            LargeBrain.Write(file, 100_000, file[^6]);

        await Task.WhenAll(files.Select(file => _home.RunAsync("brain", "import", file)));

        var list = (await _home.RunAsync("brain", "list", "--json")).Json["brains"]!.AsArray();
        Assert.Equal(files, list.Select(brain => brain!["path"]!.GetValue<string>()).Order());
    }

    [Fact]
    public async Task Row39_TheFetchingProcessDies_TheWaitingOneTakesOver()
    {
        Machine.NeedsLinux();
        var large = Large(20_000_000);
        _hub.Cdn.Pace = 10_000_000;
        using var first = _home.Start("brain", "pull", Id);
        await Machine.UntilAsync(() => _hub.Cdn.Sent > 1_000_000, "a part was sent");
        using var second = _home.Start("brain", "pull", Id, "--json");
        Assert.Contains("waiting", await second.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);

        Machine.Kill(first.Id);
        _hub.Cdn.Pace = null;
        await second.StandardOutput.ReadToEndAsync();
        await second.EndAsync();

        Assert.Equal(0, second.ExitCode);
        Assert.Equal(await File.ReadAllBytesAsync(large), await File.ReadAllBytesAsync(Path.Combine(Models, "Scripted.gguf")));
    }

    [Fact]
    public async Task Row32_NoNetworkAtAll_SaysSoAndTheRestWorks()
    {
        Machine.NeedsLinux();
        _home.Variables["HF_ENDPOINT"] = "https://hub.example";

        var pull = await _home.ShellAsync($"unshare -rn \"$APP\" brain pull {Id}");
        var ask = await _home.ShellAsync("unshare -rn \"$APP\" ask 'how many pdfs?' --folder \"$FILES\" --json");

        Assert.Equal((1, 0), (pull.ExitCode, ask.ExitCode));
        Assert.Contains("is this computer online?", pull.Err, StringComparison.Ordinal);
        Assert.Equal(3, pull.Err.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Row37_DiskTooSmall_SaysWhatIsNeededAndWhatIsFree()
    {
        Machine.NeedsOwnMounts();
        Large(20_000_000);
        Directory.CreateDirectory(_home.Home);

        var pull = await _home.ShellAsync($"unshare -rm sh -c 'mount -t tmpfs -o size=30m none \"$BITBUDDY_HOME\" && exec \"$APP\" brain pull {Id}'");

        Assert.Equal(1, pull.ExitCode);
        Assert.Matches(@"^Scripted\.gguf needs 20 MB more, and 500 MB stay free for you, but there are 31\.\d MB on the disk", pull.Err);
        Assert.Empty(_hub.Cdn.Requests);
    }

    [Fact]
    public async Task Row35_SafeHubSendsOnWithoutEncryption_IsRefused()
    {
        Machine.NeedsLinux();
        await using var safe = new TestHub(isSafe: true);
        safe.Serve(Name, Scripted());
        var certificate = Path.Combine(_home.Root, "certificate.pem");
        await File.WriteAllTextAsync(certificate, safe.Certificate!.ExportCertificatePem());
        _home.Variables["HF_ENDPOINT"] = safe.Endpoint.AbsoluteUri;
        _home.Variables["HF_TOKEN"] = "hf_secret";
        _home.Variables["SSL_CERT_FILE"] = certificate;

        safe.CdnAddress = _hub.Cdn.Address.AbsoluteUri;
        var refused = await _home.RunAsync("brain", "pull", Id);
        safe.CdnAddress = safe.Cdn.Address.AbsoluteUri;
        var pulled = await _home.RunAsync("brain", "pull", Id);

        Assert.Equal((1, 0), (refused.ExitCode, pulled.ExitCode));
        Assert.Contains("without encryption", refused.Err, StringComparison.Ordinal);
        Assert.Empty(_hub.Cdn.Requests);
        Assert.All(safe.Hub.Requests, request => Assert.Equal("Bearer hf_secret", request["Authorization"]));
        Assert.Null(Assert.Single(safe.Cdn.Requests)["Authorization"]);
        Assert.DoesNotContain("hf_secret", refused.Err + pulled.Err + pulled.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_ThroughAProxy_GoesNoOtherWay()
    {
        Serve();
        _hub.CdnAddress = "http://cdn.example/";
        _home.Variables["HF_ENDPOINT"] = "http://hub.example";
        _home.Variables["http_proxy"] = _hub.Hub.Address.AbsoluteUri;

        var pull = await _home.RunAsync("brain", "pull", Id);

        Assert.Equal((0, ""), (pull.ExitCode, pull.ExitCode == 0 ? "" : pull.Err));
        Assert.Equal(["hub.example", "cdn.example"], _hub.Hub.Requests.Select(request => request.Host));
    }

    [Fact]
    public async Task Remove_ADownload_AsksThenFreesIt()
    {
        Serve();
        await _home.RunAsync("brain", "pull", Id);

        var unasked = await _home.RunAsync("brain", "rm", "Scripted");
        Assert.Equal(2, unasked.ExitCode);
        Assert.Contains("--yes", unasked.Err, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Models, "Scripted.gguf")));
        var removed = await _home.RunAsync("brain", "rm", Id, "--yes");

        Assert.Equal(0, removed.ExitCode);
        Assert.Contains("are free. It was the brain in use", removed.Out, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Models, "Scripted*"));
        Assert.Equal(3, (await _home.RunAsync("brain", "rm", "Scripted", "--yes")).ExitCode);
    }

    [Fact]
    public async Task PullAndRemove_AtATerminal_DrawsOneLineAndAsks()
    {
        PseudoTerminal.IsNeeded();
        Large(20_000_000);
        _hub.Cdn.Pace = 20_000_000;
        using var terminal = new PseudoTerminal();

        using var pull = terminal.Start(_home, $"exec \"$APP\" brain pull {Id}");
        await terminal.ReadUntilAsync("\rFetching: 5");
        Assert.Matches(@"^\d* %, [0-9.]+ MB of 20 MB, [0-9.]+ MB/s, 1 s left\e\[K$", await terminal.ReadUntilAsync("\e[K"));
        await terminal.ReadUntilAsync("Scripted is here (20 MB");
        await pull.EndAsync();

        using var kept = terminal.Start(_home, "exec \"$APP\" brain rm Scripted");
        await terminal.ReadUntilAsync("That frees 20 MB. [y/N] ");
        terminal.Type("\n");
        await kept.EndAsync();
        Assert.Equal(1, kept.ExitCode);
        Assert.True(File.Exists(Path.Combine(Models, "Scripted.gguf")));

        using var removed = terminal.Start(_home, "exec \"$APP\" brain rm Scripted");
        await terminal.ReadUntilAsync("[y/N] ");
        terminal.Type("y\n");
        await removed.EndAsync();
        Assert.Equal(0, removed.ExitCode);
        Assert.False(File.Exists(Path.Combine(Models, "Scripted.gguf")));
    }

    [Fact]
    public async Task Remove_AnImportedFile_ForgetsItAlone()
    {
        var mine = Path.Combine(_home.Root, "mine.gguf");
        await File.WriteAllBytesAsync(mine, Scripted());
        await _home.RunAsync("brain", "pull", mine);

        var removed = await _home.RunAsync("brain", "rm", mine, "--yes");

        Assert.Equal(0, removed.ExitCode);
        Assert.Contains("stays where it lies", removed.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(mine));
        Assert.Equal("[]", (await _home.RunAsync("brain", "list", "--json")).Json["brains"]!.ToJsonString());
    }

    [Theory]
    [InlineData(2, "hf.co/../tiny/Scripted.gguf")]
    [InlineData(2, "hf.co/acme/tiny/..%2f..%2fScripted.gguf")]
    [InlineData(3, "nobody")]
    [InlineData(3, "hf.co/acme/tiny/Missing.gguf")]
    public async Task Pull_NameOfNothing_SaysSo(int exitCode, string id)
    {
        var pull = await _home.RunAsync("brain", "pull", id);

        Assert.Equal((exitCode, 1), (pull.ExitCode, pull.Err.TrimEnd().Split('\n').Length));
        Assert.DoesNotContain("   at ", pull.Err, StringComparison.Ordinal);
    }

    private static List<string> Examples() =>
        [.. File.ReadAllText(Path.Combine(Repository.Root, "docs", "contracts.md")).Split("```jsonl\n")[1].Split("\n```")[0].Split('\n')
            .Select(line => string.Join(' ', JsonNode.Parse(line)!.AsObject().Select(member => member.Key).Where(name => name is not ("bytes_per_second" or "seconds_left"))))];

    private void Serve() => _hub.Serve(Name, Scripted());

    private byte[] Scripted()
    {
        var path = Path.Combine(_home.Root, "scripted.gguf");
        ScriptedBrain.Write(path, "There are 0 pdf files. ");
        return File.ReadAllBytes(path);
    }

    private string Large(long bytes)
    {
        var path = Path.Combine(_home.Root, "large.gguf");
        LargeBrain.Write(path, bytes);
        _hub.ServeFile(Name, path);
        return path;
    }
}
