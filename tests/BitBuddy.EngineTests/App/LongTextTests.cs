using System.Globalization;
using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

/// <summary>A text of 30 sentences, summed up in three sections by the built app with a brain in its own process.</summary>
public sealed class LongTextTests : IDisposable
{
    private static readonly string[] Question = ["ask", "what is in tower.txt?", "--fresh"];

    private readonly AppHome _home = new();

    public LongTextTests() => File.WriteAllText(_home.Write("tower.txt"), string.Join('\n', Enumerable.Range(0, 30).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"In the year {1901 + i} the {Word(i)} keeper painted the {Word(i + 3)} wall of his tower {Word(i + 7)}."))));

    public void Dispose() => _home.Dispose();

    private static string Word(int i) => string.Concat("bcdfghklmn"[i % 10], "aeiou"[i % 5], "rstvz"[i / 7 % 5], "aeiou"[i / 5 % 5]);

    [Fact]
    public async Task Ask_WithABrain_SaysOfEachSectionWhatIsTrue()
    {
        await ImportAsync(new ScriptedBrain { Replies = ["This is about a tower. "] });

        var run = await _home.RunAsync([.. Question, "--json", "--folder", _home.Files]);

        Assert.Equal("brain", run.Json["voice"]!.GetValue<string>());
        Assert.Equal(
            ["Lines 1 to 10: This is about a tower.", "Lines 11 to 20: This is about a tower.", "Lines 21 to 30: This is about a tower."],
            run.Json["reply"]!.GetValue<string>().Split('\n').Select(line => line.Trim()));
        Assert.True(run.Json["brain"]!["prompt_tokens"]!.GetValue<int>() > 3 * 100);
        Assert.Equal(0, run.Json["brain"]!["refused"]!.GetValue<int>());
    }

    [Fact]
    public async Task Ask_AYearThatIsInNoSection_IsNeverShown()
    {
        await ImportAsync(new ScriptedBrain { Replies = ["This is about a tower of 1899. "] });

        var run = await _home.RunAsync([.. Question, "--json", "--folder", _home.Files]);

        Assert.DoesNotContain("1899", run.Json["reply"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.InRange(run.Json["brain"]!["refused"]!.GetValue<int>(), 3, 100);
    }

    [Fact]
    public async Task Ask_Interrupted_EndsWithoutAWorkerAndTheNextIsAnswered()
    {
        Machine.NeedsLinux();
        await ImportAsync(new ScriptedBrain { Replies = ["This is about a tower and so on "], Endless = true, FeedForward = 60_000, Layers = 4 });
        using var ask = _home.Start([.. Question, "--folder", _home.Files]);
        var heard = "";
        while (!heard.Contains("Lines 1 to 10: ", StringComparison.Ordinal))
        {
            var next = new char[100];
            var length = await ask.StandardOutput.ReadAsync(next, TestContext.Current.CancellationToken);
            Assert.True(length > 0, heard);
            heard += new string(next, 0, length);
        }

        var worker = Assert.Single(Machine.Children(ask.Id));

        Machine.Kill(ask.Id, "INT");
        await ask.EndAsync();

        Assert.Equal(130, ask.ExitCode);
        await Machine.UntilAsync(() => !Machine.IsAlive(worker), "the worker is gone");
        Assert.Equal(0, (await _home.RunAsync("ask", "how many files?", "--brain", "none")).ExitCode);
    }

    private async Task ImportAsync(ScriptedBrain brain)
    {
        await _home.MeetAsync();
        var path = Path.Combine(_home.Root, "brain.gguf");
        brain.Write(path);
        Assert.Equal(0, (await _home.RunAsync("brain", "import", path)).ExitCode);
        Assert.Equal(0, (await _home.RunAsync("brain", "use", path)).ExitCode);
    }
}
