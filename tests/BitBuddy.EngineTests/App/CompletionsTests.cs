namespace BitBuddy.EngineTests.App;

public sealed class CompletionsTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Completions_OfAShell_SaysWhereItBelongsAndLeavesNothing(string shell)
    {
        var run = await _home.RunAsync("completions", shell);

        Assert.Equal((0, ""), (run.ExitCode, run.Err));
        Assert.StartsWith("# For ", run.Out, StringComparison.Ordinal);
        Assert.Contains($"bitbuddy completions {shell}", run.Out.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("[suggest:", run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_home.Home));
    }

    [Fact]
    public async Task Completions_OfAnUnknownShell_NamesThoseThatAre()
    {
        var run = await _home.RunAsync("completions", "tcsh");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("fish", run.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bitbuddy fol", "folders")]
    [InlineData("bitbuddy folders ", "contents")]
    [InlineData("bitbuddy find x --js", "--json")]
    [InlineData("bitbuddy completions ", "zsh")]
    public async Task Completions_InARealBash_AreThoseOfTheCommandLine(string line, string expected)
    {
        Machine.NeedsLinux();
        const string Script = """
            eval "$("$0" completions bash)"
            COMP_LINE=$1 COMP_POINT=${#1}
            _bitbuddy "$0"
            printf '%s\n' "${COMPREPLY[@]}"
            """;

        var run = await _home.RunProgramAsync("/bin/bash", ["-c", Script, AppHome.App, line]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, run.Out.Split('\n'));
        Assert.DoesNotContain("/?", run.Out, StringComparison.Ordinal);
    }
}
