using System.Diagnostics;
using System.Text;
using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.App;

/// <summary>A talk typed key by key at a real (pseudo) terminal with the app as it was built.</summary>
public sealed class ChatEditingTests : IDisposable
{
    private const string Family = "👨\u200d👩\u200d👧";
    private const int Hangup = 1, Quit = 3, Terminate = 15;

    private readonly AppHome _home = new();
    private PseudoTerminal? _terminal;
    private string _before = "";

    private PseudoTerminal Terminal => _terminal!;

    public void Dispose()
    {
        _terminal?.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task Chat_QuestionTypedOverTwoSeconds_IsAnsweredAndTheTerminalIsAsBefore()
    {
        using var chat = await ChatAsync();
        await Terminal.ReadUntilAsync("> ");

        const string Question = "how many pdfs";
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(2) / Question.Length);
        foreach (var key in Question)
        {
            Terminal.Type($"{key}");
            await pace.WaitForNextTickAsync();
        }

        await Terminal.UntilRowAsync($"> {Question}|");
        // Before it is asked the brain is awake, and this very process answers.
        await Machine.UntilAsync(() => Listed(chat).Contains("\"awake\"", StringComparison.Ordinal), "the brain is awake");
        var worker = Assert.Single(Machine.Children(chat.Id));
        Terminal.Type("\r");
        await Terminal.ReadUntilAsync("2 files, 20 bytes");
        await Terminal.ReadUntilAsync("Well well.");
        await Terminal.ReadUntilAsync("> ");
        Assert.Equal([worker], Machine.Children(chat.Id));
        Assert.NotEqual(_before, Terminal.State);
        Terminal.Type("\u0004");

        await Terminal.ReadUntilAsync("Bye!");
        await EndsAsync(chat, 0, _before);
    }

    [Fact]
    public async Task Chat_QuestionBegunAndNeverAsked_TheBrainSleepsAgain()
    {
        using var chat = await ChatAsync(script: "exec \"$APP\" chat --keep-alive 2s");
        await Terminal.ReadUntilAsync("> ");
        Assert.Empty(Machine.Children(chat.Id));
        Terminal.Type("how");
        await Machine.UntilAsync(() => Listed(chat).Contains("\"awake\"", StringComparison.Ordinal), "the brain is awake");

        await Machine.UntilAsync(() => Listed(chat).Contains("\"asleep\"", StringComparison.Ordinal), "the brain sleeps");

        Assert.Empty(Machine.Children(chat.Id));
        Terminal.Type("\u0015\u0004");
        await EndsAsync(chat, 0);
    }

    [Fact]
    public async Task Chat_WideLettersMovesAndHistory_EditWhatIsSeen()
    {
        using var chat = await ChatAsync();
        await Terminal.UntilRowAsync("> |");
        Terminal.Type($"e\u0301漢{Family}x");
        await Terminal.UntilRowAsync($"> e\u0301漢{Family}x|");
        Terminal.Type("\e[D\e[D");
        await Terminal.UntilRowAsync($"> e\u0301漢|{Family}x");
        Terminal.Type("\u007f\u007f\e[3~");
        await Terminal.UntilRowAsync("> |x");
        // A letter that comes in pieces.
        foreach (var one in Encoding.UTF8.GetBytes("漢"))
            Terminal.Type([one]);
        Terminal.Type("\u0005\e[2J\a");
        await Terminal.UntilRowAsync("> 漢x|");
        Terminal.Type("\u0015/mood\r");
        await Terminal.ReadUntilAsync("everything is fine");
        await Terminal.UntilRowAsync("> |");
        Terminal.Type("draft\e[A");
        await Terminal.UntilRowAsync("> /mood|");
        Terminal.Type("\eOB");
        await Terminal.UntilRowAsync("> draft|");
        Terminal.Type("\u0017\u0004");
        await EndsAsync(chat, 0);
    }

    [Fact]
    public async Task Chat_Paste_IsOneLineThatWaitsForEnter()
    {
        using var chat = await ChatAsync();
        await Terminal.ReadUntilAsync("\e[?2004h");
        Terminal.Type("\e[200~how many\r\npdfs\n\e[2J\u202e\e[201~");
        await Terminal.UntilRowAsync("> how many pdfs \\u{1b}[2J\\u{202e}|");
        Terminal.Type(string.Concat(Enumerable.Repeat("\u007f", 6)));
        await Terminal.UntilRowAsync("> how many pdfs|");
        Assert.DoesNotContain("files,", Terminal.Seen, StringComparison.Ordinal);
        Terminal.Type("\r");
        await Terminal.ReadUntilAsync("2 files, 20 bytes");
        await Terminal.UntilRowAsync("> |");

        // Without brackets each line is a question, and none is lost.
        Terminal.Type("how many pdfs\nhow many jpgs\n/bye\n");
        await Terminal.ReadUntilAsync("2 files, 20 bytes");
        await Terminal.ReadUntilAsync("1 file, 10 bytes");
        await Terminal.ReadUntilAsync("Bye!");
        await EndsAsync(chat, 0);
    }

    [Fact]
    public async Task Chat_KeysDuringAReply_WaitForThePrompt()
    {
        using var chat = await ChatAsync(endless: true);
        await Terminal.UntilRowAsync("> |");
        Terminal.Type("hello\r");
        await Terminal.ReadUntilAsync("Well");
        Terminal.Type("/moo");
        Assert.DoesNotContain("/moo", Terminal.Seen, StringComparison.Ordinal);

        // A typed Ctrl-C makes the terminal itself throw away what the app has not read yet.
        Machine.Kill(chat.Id, "INT");

        await Terminal.ReadUntilAsync("[stopped]");
        await Terminal.UntilRowAsync("> /moo|");
        Terminal.Type("d\r");
        await Terminal.ReadUntilAsync("everything is fine");
        Terminal.Type("/bye\r");
        await EndsAsync(chat, 0);
    }

    [Fact]
    public async Task Chat_CtrlCAtThePrompt_ClearsThenLeaves()
    {
        using var chat = await ChatAsync();
        await Terminal.UntilRowAsync("> |");
        // Ctrl-C is also the way out of a paste without an end.
        Terminal.Type("\e[200~lost");
        await Terminal.UntilRowAsync("> lost|");
        Terminal.Type("\u0003");
        await Terminal.UntilRowAsync("> |");
        // Seen one by one: Ctrl-C is a signal and overtakes keys that nobody has read yet, and an x that still stands is cleared by it.
        Terminal.Type("x");
        await Terminal.UntilRowAsync("> x|");
        Terminal.Type("\u007f");
        await Terminal.UntilRowAsync("> |");
        Terminal.Type("\u0003");
        await EndsAsync(chat, 130, _before);
    }

    [Theory]
    [InlineData(Terminate, "TERM")]
    [InlineData(Hangup, "HUP")]
    [InlineData(Quit, "QUIT")]
    public async Task Chat_EndedByASignal_GivesTheTerminalBack(int number, string signal)
    {
        using var chat = await ChatAsync();
        Terminal.Type("half a ques");
        await Terminal.UntilRowAsync("> half a ques|");
        Machine.Kill(chat.Id, signal);
        await EndsAsync(chat, 128 + number, _before);
    }

    [Fact]
    public async Task Chat_Broken_GivesTheTerminalBack()
    {
        using var chat = await ChatAsync(script: "exec \"$APP\" chat >/dev/full");
        await Terminal.UntilRowAsync("> |");
        Terminal.Type("/?\r");
        await Terminal.ReadUntilAsync("Bit Buddy broke: ");
        await chat.EndAsync();
        Assert.Equal(1, chat.ExitCode);
        Assert.Equal(_before, Terminal.State);
        Assert.Contains("\e[?2004l", Terminal.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_TerminalGoesAway_Ends()
    {
        using var chat = await ChatAsync();
        Terminal.Type("half a ques");
        await Terminal.UntilRowAsync("> half a ques|");
        Terminal.Dispose();
        await chat.EndAsync();
    }

    [Fact]
    public async Task Chat_StoppedAndContinued_ShowsTheLineAgain()
    {
        // A shell that watches its jobs, as people have one.
        using var shell = await ChatAsync(script: "set -m; \"$APP\" chat; echo paused; read go; fg");
        await Terminal.UntilRowAsync("> |");
        // A command wakes no brain: a stop while its process is being started would stop that instead.
        Terminal.Type("/half");
        await Terminal.UntilRowAsync("> /half|");
        Terminal.Type("\u001a");
        await Terminal.ReadUntilAsync("paused");

        Terminal.Type("\n");

        await Terminal.ReadUntilAsync("\e[?2004h");
        await Terminal.ReadUntilAsync("> /half");
        Terminal.Type(" more");
        await Terminal.UntilRowAsync("> /half more|");
        Terminal.Type("\u0015\u0004");
        await EndsAsync(shell, 0);
    }

    [Fact]
    public async Task Chat_ResizedScreen_ShowsALongLineAroundTheCursor()
    {
        using var chat = await ChatAsync(columns: 40);
        await Terminal.UntilRowAsync("> |");
        Terminal.Type("how many pictures of 漢字 do I have in there");
        await Terminal.UntilRowAsync("> <pictures of 漢字 do I have in there|");
        Terminal.Resize(25);
        await Terminal.UntilRowAsync("> < do I have in there|");
        Terminal.Resize(80);
        await Terminal.UntilRowAsync("> how many pictures of 漢字 do I have in there|");
        Terminal.Type("\u0001");
        Terminal.Resize(25);
        await Terminal.UntilRowAsync("> |how many pictures of>");
        Terminal.Type("\u000b\u0004");
        await EndsAsync(chat, 0);
    }

    [Fact]
    public async Task Chat_AnswersIntoAPipe_StillEdits()
    {
        using var chat = await ChatAsync(script: "\"$APP\" chat >answers");
        await Terminal.UntilRowAsync("> |");
        Terminal.Type("hello\u0001\u000bhow many pdfs\r");
        await Terminal.UntilRowAsync("> |");
        Terminal.Type("\u0004");
        await EndsAsync(chat, 0);
        Assert.Contains("2 files, 20 bytes", await File.ReadAllTextAsync(Path.Combine(_home.Root, "answers")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_DumbTerminal_ReadsPlainLines()
    {
        using var chat = await ChatAsync(kind: "dumb");
        await Terminal.ReadUntilAsync("> ");
        Terminal.Type("how many pdfs\r");
        await Terminal.ReadUntilAsync("2 files, 20 bytes");
        Terminal.Type("/bye\r");
        await EndsAsync(chat, 0);
        Assert.DoesNotContain("\e", Terminal.Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_LinesInAPipe_AreAnsweredOneByOne()
    {
        _home.Write("a.pdf");
        await _home.RunAsync("folders", "add", _home.Files);
        var run = await _home.RunAsync($"how many pdfs\r\n\r\n{new string('x', 1_000_000)}\r\n/mood\r\nhow many jpgs", ["chat", "--brain", "none"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 file, 10 bytes", run.Out, StringComparison.Ordinal);
        Assert.Contains("0 files", run.Out, StringComparison.Ordinal);
        Assert.Contains("everything is fine", run.Out, StringComparison.Ordinal);
        Assert.Contains("more than 10000 characters", run.Err, StringComparison.Ordinal);
        Clean.Check(run);
    }

    /// <summary>What the host says of itself in the home; nothing while it is written.</summary>
    private string Listed(Process chat)
    {
        var record = Path.Combine(_home.Home, "run", $"{chat.Id}.json");
        return File.Exists(record) ? File.ReadAllText(record) : "";
    }

    private async Task<Process> ChatAsync(bool endless = false, int columns = 80, string script = "exec \"$APP\" chat", string kind = "xterm-256color")
    {
        PseudoTerminal.IsNeeded();
        foreach (var name in (string[])["a.pdf", "b.pdf", "c.jpg"])
            _home.Write(name);
        await _home.MeetAsync();
        await _home.RunAsync("folders", "add", _home.Files);
        var brain = Path.Combine(_home.Root, "brain.gguf");
        (endless ? new ScriptedBrain { Replies = ["Well well well. "], Endless = true, FeedForward = 100_000 } : new ScriptedBrain { Replies = ["Well well. "] }).Write(brain);
        await _home.RunAsync("brain", "import", brain);
        _terminal = new PseudoTerminal(columns);
        // Before the app is started: it may be quicker than stty.
        _before = _terminal.State;
        return _terminal.Start(_home, script, kind);
    }

    private async Task EndsAsync(Process chat, int exitCode, string? state = null)
    {
        await chat.EndAsync();
        Assert.Equal(exitCode, chat.ExitCode);
        if (state is null)
            return;
        Assert.Equal(state, Terminal.State);
        await Terminal.ReadUntilAsync("\e[?2004l");
    }
}
