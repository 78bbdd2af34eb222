using System.Diagnostics;
using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

/// <summary>A talk at a real (pseudo) terminal, as people have it.</summary>
public sealed class ChatTerminalTests : IDisposable
{
    private const string CtrlC = "\u0003";

    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Chat_AtATerminal_AnswersStopsAtCtrlCAndLeaves()
    {
        NeedsTerminal();
        _home.Write("\e]52;c;cHduZWQ=\a\u202E.pdf");
        await _home.MeetAsync();
        await _home.RunAsync("folders", "add", _home.Files);

        using var chat = await TypeAsync();
        await chat.ReadUntilAsync("> ");
        await SayAsync(chat, "list my pdfs");
        var card = await chat.ReadUntilAsync("Well");
        await SayAsync(chat, CtrlC, enter: false);
        await chat.ReadUntilAsync("[stopped]");
        await chat.ReadUntilAsync("> ");
        await SayAsync(chat, "/mood");
        await chat.ReadUntilAsync("everything is fine");
        await SayAsync(chat, "/?");
        await chat.ReadUntilAsync("Ctrl-C stops a reply");
        await SayAsync(chat, "hello again");
        await chat.ReadUntilAsync("Well");
        await SayAsync(chat, CtrlC, enter: false);
        await chat.ReadUntilAsync("[stopped]");
        await SayAsync(chat, "/bye");
        await chat.ReadUntilAsync("Bye!");
        await chat.EndAsync();

        Assert.Equal(0, chat.ExitCode);
        Assert.Contains("1 file, 10 bytes", card, StringComparison.Ordinal);
        Assert.Contains("\\u{1b}]52", card, StringComparison.Ordinal);
        Assert.DoesNotContain("\e]52", card, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_CtrlCAtThePrompt_LeavesAndTakesTheWorkerAlong()
    {
        NeedsTerminal();
        await _home.MeetAsync();
        using var chat = await TypeAsync();
        await SayAsync(chat, "hello");
        await chat.ReadUntilAsync("Well");
        var host = Host();
        var worker = Assert.Single(Machine.Children(host));
        await SayAsync(chat, CtrlC, enter: false);
        await chat.ReadUntilAsync("> ");

        await SayAsync(chat, CtrlC, enter: false);

        await chat.EndAsync();
        Assert.Equal(130, chat.ExitCode);
        await Machine.UntilAsync(() => !Machine.IsAlive(worker), "the worker ends with the chat");
        Assert.False(Machine.IsAlive(host));
        Assert.Equal("No host is running, so no brain is awake.", (await _home.RunAsync("brain", "ps")).Out.Trim());
    }

    [Fact]
    public async Task Chat_WhileItRuns_IsListedSleepsWhenAskedAndWakesAgain()
    {
        Machine.NeedsLinux();
        await _home.MeetAsync();
        using var chat = _home.Start("chat", "--brain", Brain(endless: false));
        await chat.StandardInput.WriteLineAsync("hello");
        await chat.ReadUntilAsync("Well well.");
        var worker = Assert.Single(Machine.Children(chat.Id));

        var awake = (await _home.RunAsync("brain", "ps", "--json")).Json["hosts"]!.AsArray();
        Assert.Equal(chat.Id, Assert.Single(awake)!["pid"]!.GetValue<int>());
        Assert.Equal("awake", awake[0]!["state"]!.GetValue<string>());
        var sleep = await _home.RunAsync("brain", "sleep");
        await Machine.UntilAsync(() => !Machine.IsAlive(worker), "the brain sleeps when asked", seconds: 10);
        await Machine.UntilAsync(() => Machine.Children(chat.Id).Length == 0, "no zombie is left");
        await Machine.UntilAsync(() => File.ReadAllText(Path.Combine(_home.Home, "run", $"{chat.Id}.json")).Contains("\"asleep\"", StringComparison.Ordinal), "it is listed as asleep");
        var asleep = await _home.RunAsync("brain", "ps", "--json");
        await chat.StandardInput.WriteLineAsync("hello there");
        await chat.ReadUntilAsync("Well well.");

        Assert.Equal(0, sleep.ExitCode);
        Assert.Equal("asleep", asleep.Json["hosts"]![0]!["state"]!.GetValue<string>());
        Assert.NotEqual(worker, Assert.Single(Machine.Children(chat.Id)));
        chat.StandardInput.Close();
        await chat.EndAsync();
        Assert.Equal(0, chat.ExitCode);
    }

    [Fact]
    public async Task Chat_AskedToWake_WakesWithoutAQuestionAndKeepAliveLetsItSleep()
    {
        Machine.NeedsLinux();
        await _home.MeetAsync();
        await _home.RunAsync("brain", "import", Brain(endless: false));
        using var chat = _home.Start("chat", "--keep-alive", "0");
        await Machine.UntilAsync(() => Directory.Exists(Path.Combine(_home.Home, "run")) && Directory.GetFiles(Path.Combine(_home.Home, "run"), "*.json").Length == 1, "it is listed");

        var wake = await _home.RunAsync("brain", "wake", "--json");
        await Machine.UntilAsync(() => Machine.Children(chat.Id).Length == 1, "a worker starts");
        await chat.StandardInput.WriteLineAsync("hello");
        await chat.ReadUntilAsync("Well well.");
        await Machine.UntilAsync(() => Machine.Children(chat.Id).Length == 0, "it sleeps right after the reply");

        Assert.Equal(chat.Id, wake.Json["asked"]![0]!["pid"]!.GetValue<int>());
        chat.StandardInput.Close();
        await chat.EndAsync();
        Assert.Equal(0, chat.ExitCode);
    }

    [Fact]
    public async Task Chat_Killed_LeavesNoWorkerAndNoHost()
    {
        Machine.NeedsLinux();
        await _home.MeetAsync();
        using var chat = _home.Start("chat", "--brain", Brain(endless: true));
        await chat.StandardInput.WriteLineAsync("hello");
        await chat.ReadUntilAsync("Well");
        var worker = Assert.Single(Machine.Children(chat.Id));

        Machine.Kill(chat.Id);

        await Machine.UntilAsync(() => !Machine.IsAlive(worker), "the worker is gone", seconds: 2);
        await chat.WaitForExitAsync();
        Assert.Empty((await _home.RunAsync("brain", "ps", "--json")).Json["hosts"]!.AsArray());
    }

    [Fact]
    public async Task Worker_KilledAtAnyMoment_TheNextQuestionIsAnsweredAndNothingIsLeft()
    {
        Machine.NeedsLinux();
        await _home.MeetAsync();
        using var chat = _home.Start("chat", "--brain", Brain(endless: true));
        var random = new Random(20);
        var killed = new HashSet<int>();
        for (var round = 0; round < 10; round++)
        {
            await chat.StandardInput.WriteLineAsync("hello");
            var delay = Stopwatch.StartNew();
            var wait = random.Next(0, 300);
            var worker = 0;
            await Machine.UntilAsync(() => (worker = Machine.Children(chat.Id).FirstOrDefault(pid => !killed.Contains(pid))) != 0, "a worker starts");
            await Machine.UntilAsync(() => delay.ElapsedMilliseconds >= wait, "the moment comes");
            killed.Add(worker);
            Machine.Kill(worker, "KILL");
            // The reply ends, cut; or it begins anew in another worker.
            Assert.Contains("Well", await chat.ReadUntilAsync("\n"), StringComparison.Ordinal);
            // Three in a row would be left alone, so one is left in peace.
            await chat.StandardInput.WriteLineAsync("hello");
            Assert.Contains("Well", await chat.ReadUntilAsync("\n"), StringComparison.Ordinal);
        }

        await chat.StandardInput.WriteLineAsync("hello");
        await chat.ReadUntilAsync("\n");
        // One that died while nobody spoke is noticed by the question, which goes to a new one.
        Machine.Kill(Assert.Single(Machine.Children(chat.Id)));
        await chat.StandardInput.WriteLineAsync("hello");
        Assert.Equal("Test: Well", await chat.ReadUntilAsync("Well", "\n"));
        chat.StandardInput.Close();
        await chat.EndAsync();
        Assert.All(killed, pid => Assert.False(Machine.IsAlive(pid)));
        Assert.Equal(0, chat.ExitCode);
    }

    private static void NeedsTerminal()
    {
        Machine.NeedsLinux();
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "NOT TESTED: needs script (bsdutils) for a pseudo-terminal.");
    }

    private async Task<Process> TypeAsync()
    {
        await _home.RunAsync("brain", "import", Brain(endless: true));
        return _home.StartProgram("/usr/bin/script", "-qefc", "exec \"$APP\" chat", "/dev/null");
    }

    private static async Task SayAsync(Process terminal, string text, bool enter = true)
    {
        await terminal.StandardInput.WriteAsync(enter ? text + "\r" : text);
        await terminal.StandardInput.FlushAsync();
    }

    private int Host() => int.Parse(Path.GetFileNameWithoutExtension(Assert.Single(Directory.GetFiles(Path.Combine(_home.Home, "run"), "*.json"))));

    private string Brain(bool endless)
    {
        var path = Path.Combine(_home.Root, "brain.gguf");
        (endless ? new ScriptedBrain { Replies = ["Well well well. "], Endless = true, FeedForward = 100_000 } : new ScriptedBrain { Replies = ["Well well. "] }).Write(path);
        return path;
    }
}
