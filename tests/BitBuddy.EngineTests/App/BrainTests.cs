using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

/// <summary>The brain's voice through the whole app: the real engine in its own process, on scripted brains.</summary>
public sealed class BrainTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    private string Brain(string reply, string name = "brain.gguf")
    {
        var path = Path.Combine(_home.Root, name);
        ScriptedBrain.Write(path, reply);
        return path;
    }

    private void WritePdfs(int count)
    {
        for (var i = 0; i < count; i++)
            _home.Write($"{i}.pdf", 1000);
    }

    [Fact]
    public async Task Ask_BrainSpeaksTrue_IsTheBrainsVoiceAndCachedNextTime()
    {
        WritePdfs(12);
        await _home.MeetAsync();
        var imported = await _home.RunAsync("brain", "import", Brain("You have 12 pdf files. "));

        var first = await _home.RunAsync("ask", "how many pdfs?", "--folder", _home.Files, "--json");
        var second = await _home.RunAsync("ask", "how many pdfs?", "--folder", _home.Files, "--json");
        var fresh = await _home.RunAsync("ask", "how many pdfs?", "--folder", _home.Files, "--json", "--fresh");

        Assert.Equal(0, imported.ExitCode);
        Assert.Equal("brain", first.Json["voice"]!.GetValue<string>());
        Assert.Equal("You have 12 pdf files.", first.Json["reply"]!.GetValue<string>().Trim());
        Assert.Null(first.Json["why_not"]);
        Assert.InRange(first.Json["brain"]!["prompt_tokens"]!.GetValue<int>(), 50, 424);
        Assert.InRange(first.Json["brain"]!["reply_tokens"]!.GetValue<int>(), 1, 80);
        Assert.True(first.Json["timings_ms"]!["first_word"]!.GetValue<double>() >= first.Json["timings_ms"]!["facts"]!.GetValue<double>());
        Assert.Equal("cache", second.Json["voice"]!.GetValue<string>());
        Assert.Equal(first.Json["reply"]!.GetValue<string>(), second.Json["reply"]!.GetValue<string>());
        Assert.Equal("brain", fresh.Json["voice"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ask_BrainInvents_TheClaimIsNeverShownAndTheRulesSpeak()
    {
        WritePdfs(3);
        await _home.MeetAsync();

        var run = await _home.RunAsync(
            "ask", "how many pdfs?", "--folder", _home.Files, "--json", "--brain", Brain("You have 4711 pdf files. Ask for secret.pdf next. "));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("rules", run.Json["voice"]!.GetValue<string>());
        Assert.DoesNotContain("4711", run.Json["reply"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Out, StringComparison.Ordinal);
        Assert.True(run.Json["brain"]!["refused"]!.GetValue<int>() >= 1);
        Assert.NotNull(run.Json["why_not"]);
    }

    [Theory]
    [InlineData("empty", "is empty")]
    [InlineData("magic", "not a GGUF file")]
    [InlineData("random", "not a GGUF file")]
    [InlineData("version", "GGUF version")]
    [InlineData("truncated", "cut short")]
    public async Task Import_DamagedFile_OneSentenceAndTheRulesStillAnswer(string damage, string problem)
    {
        _home.Write("a.pdf");
        var path = Damaged(damage);

        var import = await _home.RunAsync("brain", "import", path);
        var ask = await _home.RunAsync("ask", "how many pdfs?", "--folder", _home.Files, "--json", "--brain", path);

        Assert.Equal(1, import.ExitCode);
        Assert.Contains(problem, import.Err, StringComparison.Ordinal);
        Assert.Single(import.Err.TrimEnd().Split('\n'));
        Assert.Equal(0, ask.ExitCode);
        Assert.Equal("rules", ask.Json["voice"]!.GetValue<string>());
        Assert.Contains(problem, ask.Json["why_not"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private string Damaged(string damage)
    {
        var path = Brain("Hello. ", damage + ".gguf");
        var bytes = File.ReadAllBytes(path);
        switch (damage)
        {
            case "empty":
                bytes = [];
                break;
            case "magic":
                bytes[0] = (byte)'X';
                break;
            case "random":
                new Random(1).NextBytes(bytes);
                break;
            case "version":
                bytes[4] = 99;
                break;
            default:
                bytes = bytes[..(bytes.Length / 2)];
                break;
        }

        File.WriteAllBytes(path, bytes);
        return path;
    }

    [Fact]
    public async Task Ask_BrainChangedAfterImport_IsNoticedBeforeItIsLoaded()
    {
        _home.Write("a.pdf");
        var path = Brain("You have 1 pdf file. ");
        await _home.RunAsync("brain", "import", path);
        Brain("Something else entirely. ");

        var run = await _home.RunAsync("ask", "how many pdfs?", "--folder", _home.Files, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("rules", run.Json["voice"]!.GetValue<string>());
        Assert.Contains("has changed since it was checked", run.Json["why_not"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brain_ListUseShowPs_AgreeWithEachOther()
    {
        var path = Brain("Hello. ", "My little brain.gguf");
        await _home.RunAsync("brain", "import", path);

        var list = (await _home.RunAsync("brain", "list", "--json")).Json["brains"]!.AsArray();
        var sha = list[0]!["sha256"]!.GetValue<string>();
        var show = await _home.RunAsync("brain", "show", sha[..8], "--json");
        var none = await _home.RunAsync("brain", "use", "none");
        var again = await _home.RunAsync("brain", "use", "my little brain");
        var missing = await _home.RunAsync("brain", "use", "nobody");
        var ps = await _home.RunAsync("brain", "ps", "--json");

        Assert.Single(list);
        Assert.True(list[0]!["used"]!.GetValue<bool>());
        Assert.Equal(path, show.Json["path"]!.GetValue<string>());
        Assert.Equal("llama", show.Json["gguf"]!["architecture"]!.GetValue<string>());
        Assert.Equal((0, 0, 3), (none.ExitCode, again.ExitCode, missing.ExitCode));
        Assert.Empty(ps.Json["hosts"]!.AsArray());
    }

    [Fact]
    public async Task Wake_NoHost_TriesTheBrainAndEnds()
    {
        await _home.RunAsync("brain", "import", Brain("Hello. "));

        var wake = await _home.RunAsync("brain", "wake");

        Assert.Equal(0, wake.ExitCode);
        Assert.Contains("woke", wake.Out, StringComparison.Ordinal);
        Assert.Contains("what it has read is kept", wake.Out, StringComparison.Ordinal);
        await _home.RunAsync("config", "set", "brain.states_mb", "0");
        Assert.DoesNotContain("is kept", (await _home.RunAsync("brain", "wake")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 3, "No brain is chosen")]
    [InlineData("gone", 3, "is not there now")]
    public async Task Wake_NoBrainToWake_OneSentence(string brain, int exitCode, string problem)
    {
        if (brain.Length > 0)
        {
            await _home.RunAsync("brain", "import", Brain("Hello. "));
            File.Delete(Path.Combine(_home.Root, "brain.gguf"));
        }

        var wake = await _home.RunAsync("brain", "wake");

        Assert.Equal(exitCode, wake.ExitCode);
        Assert.Contains(problem, Assert.Single(wake.Err.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "ask", "how many pdfs?", "--brain", "")]
    [InlineData(2, "brain", "use", "")]
    [InlineData(2, "brain", "import", " ")]
    [InlineData(2, "brain", "show", "")]
    [InlineData(2, "bench", "wake", "--model", "")]
    public async Task Brain_NoName_OneSentence(int exitCode, params string[] arguments)
    {
        var run = await _home.RunAsync(arguments);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("The brain's name is missing", Assert.Single(run.Err.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_KeepAliveIsNoTime_OneSentence()
    {
        var run = await _home.RunAsync("ask", "how many pdfs?", "--keep-alive", "soon");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--keep-alive cannot be 'soon'", Assert.Single(run.Err.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_WorkerKilledInMidReply_TheNextQuestionIsAnsweredByTheBrain()
    {
        WritePdfs(2);
        await _home.MeetAsync();
        await _home.RunAsync("folders", "add", _home.Files);
        var path = Path.Combine(_home.Root, "slow.gguf");
        new ScriptedBrain { Replies = ["Well well well. "], Endless = true, FeedForward = 100_000 }.Write(path);
        await _home.RunAsync("brain", "import", path);

        using var chat = _home.Start("chat");
        await chat.StandardInput.WriteLineAsync("hello");
        var heard = await chat.ReadUntilAsync("Well");
        Machine.Kill(Assert.Single(Machine.Children(chat.Id)));
        var cut = await chat.ReadUntilAsync("\n");
        await chat.StandardInput.WriteLineAsync("hello");
        var next = await chat.ReadUntilAsync("Well");
        chat.StandardInput.Close();
        await chat.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);

        Assert.Contains("Well", heard, StringComparison.Ordinal);
        Assert.Contains("cut", cut, StringComparison.Ordinal);
        Assert.Contains("Well", next, StringComparison.Ordinal);
    }
}
