using System.Text.Json.Nodes;

namespace BitBuddy.EngineTests.App;

/// <summary>The main job, as a new user runs it.</summary>
public sealed class AskTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Ask_CountOfPdfs_IsExactAndEveryPathExists()
    {
        for (var i = 0; i < 30; i++)
        {
            _home.Write($"a{i}/report {i}.pdf", 100 + i);
            _home.Write($"a{i}/notes {i}.txt");
        }

        var run = await _home.RunAsync("ask", "how many pdf files are there?", "--folder", _home.Files, "--json");

        Assert.Equal(0, run.ExitCode);
        var facts = run.Json["facts"]!;
        Assert.Equal("count", run.Json["intent"]!.GetValue<string>());
        Assert.Equal(30, facts["count"]!.GetValue<int>());
        Assert.Equal(Enumerable.Range(100, 30).Sum(), facts["bytes"]!.GetValue<int>());
        Assert.Equal(20, facts["files"]!.AsArray().Count);
        Assert.All(facts["files"]!.AsArray(), file => Assert.True(File.Exists(file!["path"]!.GetValue<string>())));
        Assert.Equal("rules", run.Json["voice"]!.GetValue<string>());
        Assert.Contains("30", run.Json["reply"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull(run.Json["why_not"]);
    }

    [Fact]
    public async Task Ask_AgainAfterChanges_IsTrueWithoutAnyOtherStep()
    {
        var gone = _home.Write("old.pdf");
        _home.Write("kept.pdf");
        await _home.RunAsync("ask", "how many pdfs?", "--folder", _home.Files);
        File.Delete(gone);
        _home.Write("new one.pdf");
        _home.Write("deeper/still/newest.pdf");

        // A busy machine may not reach every folder in time for the first answer; what it missed is read after that reply.
        await _home.RunAsync("ask", "list my pdfs");
        var run = await _home.RunAsync("ask", "list my pdfs", "--json");

        var names = run.Json["facts"]!["files"]!.AsArray().Select(file => file!["name"]!.GetValue<string>()).Order();
        Assert.Equal(["kept.pdf", "new one.pdf", "newest.pdf"], names);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("   ", 2)]
    public async Task Ask_EmptyQuestion_IsUsage(string question, int exitCode)
    {
        var run = await _home.RunAsync("ask", question, "--folder", _home.Files);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("empty", run.Err, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Ask_HugeQuestion_IsAnswered()
    {
        _home.Write("a.pdf");

        var run = await _home.RunAsync("ask", "how many pdfs " + new string('x', 100_000), "--folder", _home.Files, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.NotEmpty(run.Json["reply"]!.GetValue<string>());
    }

    [Fact]
    public async Task Ask_FolderThatIsNot_SaysSo()
    {
        var missing = await _home.RunAsync("ask", "how many files?", "--folder", Path.Combine(_home.Root, "nowhere"));
        var file = await _home.RunAsync("ask", "how many files?", "--folder", _home.Write("a.txt"));

        Assert.Equal(3, missing.ExitCode);
        Assert.Contains("There is no folder", missing.Err, StringComparison.Ordinal);
        Assert.Equal(1, file.ExitCode);
        Assert.Contains("is a file, not a folder", file.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_NoSetUpAtAll_LooksAtTheUsualFoldersAndSaysItOnce()
    {
        Directory.CreateDirectory(Path.Combine(_home.Root, "Documents"));
        await File.WriteAllTextAsync(Path.Combine(_home.Root, "Documents", "one.pdf"), "x");
        await File.WriteAllTextAsync(Path.Combine(_home.Root, "elsewhere.pdf"), "x");

        var first = await _home.RunAsync("ask", "how many pdfs?", "--json");
        var second = await _home.RunAsync("ask", "how many pdfs?", "--json");

        Assert.Equal(1, first.Json["facts"]!["count"]!.GetValue<int>());
        Assert.Contains("No folder was named yet", first.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("No folder was named yet", second.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_DamagedIndex_IsRebuiltAndSaysSo()
    {
        _home.Write("a.pdf");
        await _home.RunAsync("ask", "how many pdfs?", "--folder", _home.Files);
        await File.WriteAllTextAsync(Path.Combine(_home.Home, "index.db"), new string('g', 8192));

        var run = await _home.RunAsync("ask", "how many pdfs?", "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, run.Json["facts"]!["count"]!.GetValue<int>());
        Assert.Contains("rebuilt", run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_HomeIsAFile_AnswersFromMemory()
    {
        _home.Write("a.pdf");
        await File.WriteAllTextAsync(_home.Home, "not a folder");

        var run = await _home.RunAsync("ask", "how many pdfs?", "--folder", _home.Files, "--json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, run.Json["facts"]!["count"]!.GetValue<int>());
        Assert.Contains("nothing is kept", run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_LibraryOfTheIndexMissing_IsOneSentence()
    {
        var from = Path.GetDirectoryName(AppHome.App)!;
        var to = Path.Combine(_home.Root, "installed");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("e_sqlite3.", StringComparison.Ordinal) || file.EndsWith(".dll", StringComparison.Ordinal))
            .Where(file => !Path.GetRelativePath(from, file).StartsWith("engine", StringComparison.Ordinal) && !file.EndsWith(".dbg", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var run = await _home.ShellAsync($"'{Path.Combine(to, Path.GetFileName(AppHome.App))}' ask 'how many pdfs?' --folder '{_home.Files}'");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SQLite's library is missing", Assert.Single(run.Err.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_BrokenSettings_NamesTheLine()
    {
        Directory.CreateDirectory(_home.Home);
        await File.WriteAllTextAsync(Path.Combine(_home.Home, "config.json"), "{\n  \"folderz\": []\n}");

        var run = await _home.RunAsync("ask", "how many pdfs?");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 2", run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_NoHit_IsNotFound()
    {
        _home.Write("a.pdf");
        await _home.RunAsync("folders", "add", _home.Files);

        var none = await _home.RunAsync("find", "zebra");
        var some = await _home.RunAsync("find", "a.pdf", "--json");

        Assert.Equal(3, none.ExitCode);
        Assert.Equal(0, some.ExitCode);
        Assert.Equal(1, JsonNode.Parse(some.Out)!["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task Index_NoFolderKnown_SaysSoAndIsOk()
    {
        var run = await _home.RunAsync("index");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("No folder is known", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("ask", "x", "--colour")]
    [InlineData("ask", "x", "--limit", "many")]
    public async Task Run_WrongWords_IsUsageInOneLine(params string[] arguments)
    {
        var run = await _home.RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Single(run.Err.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Version_Asked_NamesTheEngineToo()
    {
        var run = await _home.RunAsync("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^bitbuddy \d+\.\d+\.\d+ \(llama\.cpp v0\.4\.0\)\s*$", run.Out);
    }
}
