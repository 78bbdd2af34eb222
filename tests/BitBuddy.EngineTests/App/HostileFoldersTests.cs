namespace BitBuddy.EngineTests.App;

/// <summary>Folders that are not what they should be.</summary>
public sealed class HostileFoldersTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Scan_LinksInCirclesAndPipes_CountsRegularFilesAndEnds()
    {
        Machine.NeedsLinux();
        _home.Write("real.pdf");
        _home.Write("deep/also.pdf");
        await _home.ShellAsync("""
            cd "$FILES"; ln -s . here; ln -s .. up; ln -s "$FILES" deep/again; ln -s two one; ln -s one two; ln -s nowhere gone.pdf; ln -s real.pdf twice.pdf; mkfifo pipe.pdf brain.gguf
            """);

        var ask = await _home.RunAsync("ask", "how many pdfs?", "--folder", _home.Files, "--json");
        var import = await _home.RunAsync("brain", "import", Path.Combine(_home.Files, "brain.gguf"));

        Assert.Equal(2, Count(ask));
        Assert.Equal(1, import.ExitCode);
        Assert.Single(import.Err.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("/proc")]
    [InlineData("/sys")]
    public async Task Folder_OfTheSystem_IsRefusedAndNotRemembered(string folder)
    {
        Machine.NeedsLinux();
        _home.Write("a.pdf");
        await _home.RunAsync("folders", "add", _home.Files);

        var ask = await _home.RunAsync("ask", "how many pdfs?", "--folder", folder);
        var add = await _home.RunAsync("folders", "add", folder);
        var next = await _home.RunAsync("ask", "how many pdfs?", "--json");

        Assert.Equal((3, 3), (ask.ExitCode, add.ExitCode));
        Assert.Contains("belongs to the system", ask.Err, StringComparison.Ordinal);
        Assert.Single(ask.Err.TrimEnd().Split('\n'));
        Assert.Equal(1, Count(next));
        Assert.Equal(_home.Files, Assert.Single(next.Json["facts"]!["folders"]!.AsArray())!.GetValue<string>());
    }

    [Fact]
    public async Task Folder_ThatCannotBeRead_IsToldAndTheRestIsCounted()
    {
        var user = Machine.AsPlainUser();
        _home.Write("a.pdf");
        _home.Write("closed/secret.pdf");
        var opened = await _home.ShellAsync("mkdir -m 777 \"$BITBUDDY_HOME\"; chmod 755 . \"$FILES\"; chmod a+r \"$FILES\"/*.pdf; chmod 700 \"$FILES/closed\"; [ $(id -u) = 0 ] || chmod 000 \"$FILES/closed\"");
        Assert.Equal(0, opened.ExitCode);

        var part = await _home.ShellAsync($"{user} \"$APP\" ask 'how many pdfs?' --folder \"$FILES\" --json");
        var whole = await _home.ShellAsync($"{user} \"$APP\" ask 'how many pdfs?' --folder \"$FILES/closed\"");
        var next = await _home.ShellAsync($"{user} \"$APP\" ask 'how many pdfs?' --json");
        await _home.ShellAsync("chmod 700 \"$FILES/closed\"");

        Assert.Equal((0, 1), (part.ExitCode, Count(part)));
        Assert.Contains("1 entry", part.Err, StringComparison.Ordinal);
        Assert.Equal(1, whole.ExitCode);
        Assert.Contains("cannot be read", whole.Err, StringComparison.Ordinal);
        Assert.Equal((0, 1), (next.ExitCode, Count(next)));
    }

    [Fact]
    public async Task Folder_BecameUnreadable_IsToldAndTheOthersAnswer()
    {
        var user = Machine.AsPlainUser();
        _home.Write("a.pdf");
        var closed = Directory.CreateDirectory(Path.Combine(_home.Root, "Documents")).FullName;
        await File.WriteAllTextAsync(Path.Combine(closed, "b.pdf"), "x");
        Directory.CreateDirectory(Path.Combine(_home.Root, "Downloads"));
        await File.WriteAllTextAsync(Path.Combine(_home.Root, "Downloads", "c.pdf"), "x");
        await _home.ShellAsync("mkdir -m 777 \"$BITBUDDY_HOME\"; chmod 755 .; chmod 700 Documents; [ $(id -u) = 0 ] || chmod 000 Documents");

        var usual = await _home.ShellAsync($"{user} \"$APP\" ask 'how many pdfs?' --json");
        var index = await _home.ShellAsync($"{user} \"$APP\" index");
        await _home.ShellAsync("chmod 700 Documents");

        Assert.Equal((0, 1), (usual.ExitCode, Count(usual)));
        Assert.Contains("Documents cannot be read", usual.Err, StringComparison.Ordinal);
        Assert.Equal(0, index.ExitCode);
        Assert.Contains("Documents cannot be read", index.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_InsideAKnownFolder_IsNoPartOfAnAnswerUnlessNamed()
    {
        _home.Write("mine.json");
        await _home.MeetAsync();
        var inner = Directory.CreateDirectory(Path.Combine(_home.Home, "kept")).FullName;
        await File.WriteAllTextAsync(Path.Combine(inner, "inner.json"), "{}");

        var around = await _home.RunAsync("ask", "list json files", "--folder", _home.Root, "--json");
        var inside = await _home.RunAsync("ask", "list json files", "--folder", inner, "--json");
        var both = await _home.RunAsync("ask", "list json files", "--json");

        Assert.Equal(["mine.json"], Names(around));
        Assert.Equal(["inner.json"], Names(inside));
        Assert.Equal(["inner.json", "mine.json"], Names(both));
    }

    private static int Count(AppRun run) => run.Json["facts"]!["count"]!.GetValue<int>();

    private static IEnumerable<string> Names(AppRun run) =>
        run.Json["facts"]!["files"]!.AsArray().Select(file => file!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal);
}
