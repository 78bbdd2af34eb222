using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

/// <summary>A home that cannot be written: answers come from memory, and nobody is told that something was kept.</summary>
public sealed class UnwritableHomeTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Home_OnAReadOnlyDisk_AnswersWithAllItHoldsAndKeepsNothing()
    {
        Machine.NeedsOwnMounts();
        _home.Write("a.pdf");
        await _home.MeetAsync("Rex");
        await _home.RunAsync("folders", "add", _home.Files);
        await _home.RunAsync("brain", "import", Brain("There are 2 pdf files. "));
        _home.Write("b.pdf");
        var before = Snapshot();

        var ask = await ReadOnlyAsync("ask 'how many pdfs?' --json");
        var chat = await ReadOnlyAsync("chat", "how many pdfs?\n/mood\n");
        var find = await ReadOnlyAsync("find pdf");
        var use = await ReadOnlyAsync("brain use none");
        var ps = await ReadOnlyAsync("brain ps");

        Assert.Equal(0, ask.ExitCode);
        Assert.Equal(2, ask.Json["facts"]!["count"]!.GetValue<int>());
        Assert.Equal("Rex", ask.Json["buddy"]!.GetValue<string>());
        Assert.Equal("brain", ask.Json["voice"]!.GetValue<string>());
        Assert.Contains("nothing is kept", ask.Err, StringComparison.Ordinal);
        Assert.Equal(0, chat.ExitCode);
        Assert.Contains("Rex: There are 2 pdf files.", chat.Out, StringComparison.Ordinal);
        Assert.Contains("nothing is kept", chat.Err, StringComparison.Ordinal);
        Assert.Equal((0, 2), (find.ExitCode, find.Out.TrimEnd().Split('\n').Length));
        Assert.Equal(1, use.ExitCode);
        Assert.Contains("cannot be written", use.Err, StringComparison.Ordinal);
        Assert.Equal(0, ps.ExitCode);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task Home_OfAnotherUser_AnswersAndTellsEachCommandPlainly()
    {
        var user = Machine.AsPlainUser();
        Assert.SkipWhen(user.Length == 0, "NOT TESTED: needs root to make another user's folder.");
        _home.Write("a.pdf");
        Brain("There is 1 pdf file. ");
        await _home.ShellAsync("mkdir -m 700 \"$BITBUDDY_HOME\"; chmod -R a+rX . ; chmod 700 \"$BITBUDDY_HOME\"");
        Task<AppRun> Run(string words) => _home.ShellAsync($"printf 'how many pdfs?\\n/bye\\n' | {user} \"$APP\" {words}");

        var ask = await Run("ask 'how many pdfs?' --folder \"$FILES\" --json");
        var with = await Run("ask 'how many pdfs?' --folder \"$FILES\" --brain brain.gguf --json");
        var add = await Run("folders add \"$FILES\"");
        var import = await Run("brain import brain.gguf");
        var copy = await Run("brain import brain.gguf --copy");
        var meet = await Run("buddy meet Rex");
        var remove = await Run("folders remove \"$FILES\"");

        Assert.Equal((0, 1), (ask.ExitCode, ask.Json["facts"]!["count"]!.GetValue<int>()));
        Assert.Equal("healthy", ask.Json["mood"]!["state"]!.GetValue<string>());
        Assert.Equal((1, 1), (add.ExitCode, copy.ExitCode));
        Assert.Contains("--folder", add.Err, StringComparison.Ordinal);
        Assert.Equal(1, import.ExitCode);
        Assert.Contains("--brain", import.Err, StringComparison.Ordinal);
        Assert.Equal(("brain", "There is 1 pdf file."), (with.Json["voice"]!.GetValue<string>(), with.Json["reply"]!.GetValue<string>().Trim()));
        Assert.Equal((1, 3), (meet.ExitCode, remove.ExitCode));
        foreach (var words in (string[])["status", "doctor", "chat", "index", "brain list", "brain ps", "brain sleep", "folders list", "buddy list"])
        {
            var run = await Run(words);
            Assert.Equal((words, 0), (words, run.ExitCode));
            Assert.Contains(words is "brain ps" or "brain sleep" ? "" : "nothing is kept", run.Out + run.Err, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Err, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("ask 'list my txt files' --limit 3000")]
    [InlineData("find txt --limit 3000")]
    [InlineData("find txt --limit 3000 --json")]
    [InlineData("--help")]
    public async Task Pipe_ClosedByItsReader_EndsQuietly(string words)
    {
        Machine.NeedsLinux();
        for (var i = 0; i < 2000; i++)
            _home.Write($"file with a long name that fills pipes {i}.txt", 0);
        await _home.RunAsync("folders", "add", _home.Files);

        var run = await _home.ShellAsync($"( \"$APP\" {words}; echo \"ended $?\" >&2 ) | head -1");

        Assert.NotEmpty(run.Out);
        Assert.Matches(@"^ended (0|141)\n$", run.Err);
    }

    // The home is made read-only for this process and its children alone.
    private Task<AppRun> ReadOnlyAsync(string words, string input = "") => _home.ShellAsync(
        $"printf '{input.Replace("\n", "\\n", StringComparison.Ordinal)}' | unshare -rm sh -c 'mount --bind \"$BITBUDDY_HOME\" \"$BITBUDDY_HOME\" && mount -o remount,bind,ro \"$BITBUDDY_HOME\" && exec \"$APP\" \"$@\"' sh {words}");

    private List<(string, DateTime, long)> Snapshot() =>
        [.. new DirectoryInfo(_home.Home).EnumerateFiles("*", SearchOption.AllDirectories).Select(file => (file.FullName, file.LastWriteTimeUtc, file.Length)).Order()];

    private string Brain(string reply)
    {
        var path = Path.Combine(_home.Root, "brain.gguf");
        ScriptedBrain.Write(path, reply);
        return path;
    }
}
