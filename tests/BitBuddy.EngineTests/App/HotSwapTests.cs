using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

/// <summary>The personality file is saved while a talk runs at a (pseudo) terminal.</summary>
public sealed class HotSwapTests : IDisposable
{
    private const string Phrase = "Bananas for everyone";

    private readonly AppHome _home = new();
    private readonly PseudoTerminal _terminal;

    public HotSwapTests()
    {
        PseudoTerminal.IsNeeded();
        _terminal = new PseudoTerminal(columns: 160);
        _home.Write("a.pdf");
    }

    private string FilePath => Path.Combine(_home.Home, "buddies", "Zoë", "personality.json");

    public void Dispose()
    {
        _terminal?.Dispose();
        _home.Dispose();
    }

    private static string Personality(string name, string phrase) =>
        $"{{\n  \"name\": \"{name}\",\n  \"humor\": 9,\n  \"favorite_phrases\": [\"{phrase}\"]\n}}\n";

    private async Task<string> AskAsync()
    {
        _terminal.Type("how many pdfs\r");
        await _terminal.ReadUntilAsync("10 bytes");
        return await _terminal.ReadUntilAsync("\e[?7l> \e7\e[K");
    }

    [Fact]
    public async Task Chat_PersonalitySaved_TheNextReplyIsAnothersAndABrokenOneChangesNothing()
    {
        await _home.MeetAsync("Zoë");
        await _home.RunAsync("folders", "add", _home.Files);
        using var chat = _terminal.Start(_home);
        await _terminal.ReadUntilAsync("> ");
        Assert.Contains("Zoë: ", await AskAsync(), StringComparison.Ordinal);

        // In place, as simple editors save.
        await File.WriteAllTextAsync(FilePath, Personality("Banana", Phrase));
        Assert.Contains("Banana: ", await AskAsync(), StringComparison.Ordinal);

        // Moved into place, as the careful ones do.
        await File.WriteAllTextAsync(FilePath + ".new", Personality("Melon", "Melons all the way"));
        File.Move(FilePath + ".new", FilePath, overwrite: true);
        Assert.Contains("Melon: ", await AskAsync(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(FilePath, Personality("Melon", "x").Replace("9,", "\"very\",", StringComparison.Ordinal));
        var broken = await AskAsync();
        Assert.Contains("Melon: ", broken, StringComparison.Ordinal);
        Assert.Contains("personality.json, line 3: \"humor\" must be a whole number from 0 to 10, not very. Until then Melon stays as before.", broken, StringComparison.Ordinal);
        var still = await AskAsync();
        Assert.Contains("Melon: ", still, StringComparison.Ordinal);
        Assert.DoesNotContain("Until then", still, StringComparison.Ordinal);

        // Mended, and broken in the same way once more: that is told again.
        await File.WriteAllTextAsync(FilePath, Personality("Kiwi", "Kiwis now"));
        Assert.Contains("Kiwi: ", await AskAsync(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(FilePath, Personality("Kiwi", "x").Replace("9,", "\"very\",", StringComparison.Ordinal));
        Assert.Contains("Until then Kiwi stays", await AskAsync(), StringComparison.Ordinal);

        File.Delete(FilePath);
        Assert.Contains("There is no personality file", await AskAsync(), StringComparison.Ordinal);
        File.CreateSymbolicLink(FilePath, "/dev/zero");
        Assert.Contains("Kiwi: ", await AskAsync(), StringComparison.Ordinal);
        File.Delete(FilePath);
        using (var fifo = System.Diagnostics.Process.Start("mkfifo", [FilePath]))
            await fifo.WaitForExitAsync();
        Assert.Contains("Kiwi: ", await AskAsync(), StringComparison.Ordinal);
        File.Delete(FilePath);

        await File.WriteAllTextAsync(FilePath, Personality("Plum", "Plums at last"));
        Assert.Contains("Plum: ", await AskAsync(), StringComparison.Ordinal);
        _terminal.Type("\u0004");
        await _terminal.ReadUntilAsync("Bye!");
        await chat.WaitForExitAsync();
        Assert.Equal(0, chat.ExitCode);
        Assert.Equal(Personality("Plum", "Plums at last"), await File.ReadAllTextAsync(FilePath));
    }

    [Fact]
    public async Task Chat_SavedAHundredTimesASecond_AnswersAllTheWhile()
    {
        await _home.MeetAsync("Zoë");
        await _home.RunAsync("folders", "add", _home.Files);
        using var chat = _terminal.Start(_home);
        await _terminal.ReadUntilAsync("> ");
        using var stop = new CancellationTokenSource();
        var swapping = SwapAsync(stop.Token);

        for (var i = 0; i < 5; i++)
            Assert.Contains("1", await AskAsync(), StringComparison.Ordinal);
        await stop.CancelAsync();
        await swapping;

        await File.WriteAllTextAsync(FilePath, Personality("Plum", "Plums at last"));
        Assert.Contains("Plum: ", await AskAsync(), StringComparison.Ordinal);
        _terminal.Type("\u0004");
        await _terminal.ReadUntilAsync("Bye!");
        await chat.WaitForExitAsync();
    }

    private async Task SwapAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        for (var i = 0; !cancellationToken.IsCancellationRequested; i++)
        {
            var text = Personality("Zoë", $"Take {i}");
            await File.WriteAllTextAsync(FilePath, i % 4 == 0 ? text[..(text.Length / 2)] : text, CancellationToken.None);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task Chat_PersonalitySaved_TheBrainIsToldAtTheNextQuestion()
    {
        await _home.MeetAsync("Zoë");
        await _home.RunAsync("folders", "add", _home.Files);
        var brain = Path.Combine(_home.Root, "brain.gguf");
        ScriptedBrain.Write(brain, "Well well. ");
        await _home.RunAsync("brain", "import", brain);
        using var chat = _terminal.Start(_home);
        await _terminal.ReadUntilAsync("> ");
        Assert.Contains("Zoë: Well well.", await AskAsync(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(FilePath, Personality("Banana", Phrase));

        Assert.Contains("Banana: Well well.", await AskAsync(), StringComparison.Ordinal);
        _terminal.Type("\u0004");
        await _terminal.ReadUntilAsync("Bye!");
        await chat.WaitForExitAsync();
    }
}
