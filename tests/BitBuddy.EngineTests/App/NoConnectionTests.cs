using BitBuddy.EngineTests.Gguf;
using BitBuddy.Hub;

namespace BitBuddy.EngineTests.App;

/// <summary>No command but <c>brain pull</c> opens a connection, and none needs a network.</summary>
public sealed class NoConnectionTests : IAsyncDisposable
{
    private readonly AppHome _home = new();
    private readonly TestHub _hub = new();

    public static TheoryData<string> Commands => new()
    {
        "--help", "--version", "ask 'how many pdfs?' --folder \"$FILES\"", "chat", "find pdf", "folders list", "folders add \"$FILES\"", "index",
        "buddy list", "buddy show", "buddy meet", "brain list", "brain show", "brain show tiny", "brain scan", "brain upgrade", "brain shrink brain --to q4_0", "brain import \"$FILES/../brain.gguf\" --copy", "brain use brain", "brain ps",
        "brain wake", "brain tune", "brain sleep", "bench model out.gguf --shape tiny", "bench wake --model out.gguf --runs 1", "ask 'find duplicates'", "files map", "usage", "usage clear --yes", "index --problems", "buddy memory", "buddy export Test buddy.json", "brain rm brain --yes", "config list", "config path", "status", "doctor",
    };

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task EveryCommand_WatchedAndWithoutANetwork_OpensNoConnectionAndWorks()
    {
        Machine.NeedsLinux();
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "NOT TESTED: needs strace.");
        _home.Write("a.pdf");
        ScriptedBrain.Write(Path.Combine(_home.Root, "brain.gguf"), "There is 1 pdf file. ");
        await _home.MeetAsync();
        await _home.RunAsync("brain", "import", Path.Combine(_home.Root, "brain.gguf"));
        _home.Variables["HF_ENDPOINT"] = _hub.Endpoint.AbsoluteUri;

        foreach (var command in Commands.Select(row => row.Data))
        {
            var log = Path.Combine(_home.Root, "calls");
            var run = await _home.ShellAsync(
                $"printf 'how many pdfs?\\n/bye\\n' | unshare -rn strace -f -qq -e trace=connect,sendto,bind -o \"{log}\" \"$APP\" {command}");

            Assert.True(run.ExitCode == 0, $"{command}: {run.ExitCode} {run.Err}");
            Assert.DoesNotContain("AF_INET", await File.ReadAllTextAsync(log), StringComparison.Ordinal);
        }

        Assert.Empty(_hub.Hub.Requests);
    }

    [Fact]
    public void Source_NamesTheNetworkInOneFolder()
    {
        var source = Path.Combine(Repository.Root, "src");
        var naming = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path).Replace("System.Net.WebUtility", "", StringComparison.Ordinal) is var text && (text.Contains("System.Net", StringComparison.Ordinal) || text.Contains("HttpClient", StringComparison.Ordinal)))
            .Select(path => Path.GetDirectoryName(Path.GetRelativePath(source, path))).Distinct();

        Assert.Equal([Path.Combine("BitBuddy", "Brains", "Downloads")], naming);
    }

    [Fact]
    public async Task Pull_Watched_ConnectsToTheHubAndWhereItSendsOnAlone()
    {
        Machine.NeedsLinux();
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "NOT TESTED: needs strace.");
        var brain = Path.Combine(_home.Root, "brain.gguf");
        ScriptedBrain.Write(brain, "Hello. ");
        _hub.ServeFile("acme/tiny/brain.gguf", brain);
        _home.Variables["HF_ENDPOINT"] = _hub.Endpoint.AbsoluteUri;

        var run = await _home.ShellAsync("strace -f -qq -e trace=connect -o calls \"$APP\" brain pull hf.co/acme/tiny/brain.gguf");

        Assert.Equal(0, run.ExitCode);
        var calls = (await File.ReadAllLinesAsync(Path.Combine(_home.Root, "calls"))).Where(line => line.Contains("AF_INET", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, calls.Count);
        Assert.All(calls, call => Assert.Matches($@"port=htons\(({_hub.Hub.Port}|{_hub.Cdn.Port})\),.*127\.0\.0\.1", call));
    }
}
