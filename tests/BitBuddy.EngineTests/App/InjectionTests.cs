using BitBuddy.EngineTests.Gguf;
using BitBuddy.Injections;

namespace BitBuddy.EngineTests.App;

/// <summary>One injection of each family on the app itself, with a brain of the real engine that repeats it; every system call for a connection is looked at.</summary>
public sealed class InjectionTests : IDisposable
{
    private readonly AppHome _home = new();

    public static IEnumerable<TheoryDataRow<string, string>> Sample => Corpus.Rows(Corpus.Families.Select(family => (family.Key, family.Value.ElementAt(2).Key, "")));

    public void Dispose() => _home.Dispose();

    [Theory]
    [MemberData(nameof(Sample))]
    public async Task Injection_OnTheAppItself_ChangesNothingAndConnectsNowhere(string family, string name)
    {
        Machine.NeedsLinux();
        var text = Corpus.Families[family][name];
        var file = _home.Write(Corpus.FileName(text), 100);
        File.WriteAllText(file, text);
        _home.Write("dear.txt");
        await _home.MeetAsync();
        var brain = Path.Combine(_home.Root, "brain.gguf");
        ScriptedBrain.Write(brain, $"{text} Only \"{Corpus.FileName(text)}\" is there, my friend.");
        var before = Snapshot();

        var calls = Path.Combine(_home.Root, "calls");
        string[] ask = ["ask", "list my pdfs", "--folder", _home.Files, "--brain", brain, "--fresh", "--json"];
        var canTrace = File.Exists("/usr/bin/strace");
        var told = canTrace
            ? await _home.RunProgramAsync("/usr/bin/strace", ["-f", "-qq", "-e", "trace=socket,connect,bind", "-o", calls, AppHome.App, .. ask])
            : await _home.RunAsync(ask);
        var found = await _home.RunAsync("find", "--", text);

        Assert.Equal(0, told.ExitCode);
        Assert.Equal(file, Assert.Single(told.Json["facts"]!["files"]!.AsArray())!["path"]!.GetValue<string>());
        Assert.True(told.Json["brain"]!["reply_tokens"]!.GetValue<int>() > 0);
        foreach (var run in (AppRun[])[told, found])
        {
            Corpus.CheckShown(run.Out);
            Corpus.CheckShown(run.Err);
        }

        Assert.Equal(before, Snapshot());
        if (canTrace)
            Assert.DoesNotContain(File.ReadLines(calls), call => call.Contains("AF_INET", StringComparison.Ordinal));
        else
            TestContext.Current.AddWarning("NOT TESTED: connections; needs strace.");
    }

    private string[] Snapshot() =>
    [
        .. Directory.EnumerateFiles(_home.Files, "*", SearchOption.AllDirectories).Append(Path.Combine(_home.Home, "buddies", "Test", "personality.json"))
            .Order(StringComparer.Ordinal).Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O} {Convert.ToHexString(File.ReadAllBytes(path))}"),
    ];
}
