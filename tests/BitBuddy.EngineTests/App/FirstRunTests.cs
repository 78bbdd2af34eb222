using System.Diagnostics;
using System.Text.Json.Nodes;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Hub;

namespace BitBuddy.EngineTests.App;

/// <summary>The first run as people have it: a real (pseudo) terminal, the built app, the real engine, a hub on loopback.</summary>
public sealed class FirstRunTests : IAsyncDisposable
{
    private const string CtrlC = "\u0003";
    private const string Speech = "Well well. ";

    private readonly AppHome _home = new();
    private readonly TestHub _hub = new();
    private readonly OwnCatalogue _catalogue;
    private PseudoTerminal? _terminal;

    public FirstRunTests()
    {
        _catalogue = new OwnCatalogue(_home, _hub);
        _home.Write("a.pdf");
    }

    private PseudoTerminal Terminal => _terminal!;

    public async ValueTask DisposeAsync()
    {
        _terminal?.Dispose();
        await _hub.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task FirstRun_EmptyHome_FromMeetingToASpokenFirstWord()
    {
        _catalogue.Add("one", "tiny", path => ScriptedBrain.Write(path, Speech));
        using var app = Start();

        var meeting = await Terminal.ReadUntilAsync("> ");
        Say("slate");
        var met = await Terminal.ReadUntilAsync("This is ");
        var choosing = await Terminal.ReadUntilAsync("> ");
        Say("tiny");
        await Terminal.ReadUntilAsync("Getting Brain one");
        await Terminal.ReadUntilAsync("is here and checked");
        await Terminal.ReadUntilAsync("Well well.");
        await Terminal.ReadUntilAsync("is here. /? for help");
        await Terminal.ReadUntilAsync("> ");
        Say("how many pdfs?");
        await Terminal.ReadUntilAsync("Well well.");
        await Terminal.ReadUntilAsync("> ");
        Terminal.Type("\u0004");
        await Terminal.ReadUntilAsync("Bye!");
        await app.EndAsync();
        TestContext.Current.AddAttachment("the first run, as it was seen", Terminal.Seen);

        Assert.Equal(0, app.ExitCode);
        Assert.Contains("Meet your buddy. Who shall it be?", meeting, StringComparison.Ordinal);
        Assert.Contains("surprise me", meeting, StringComparison.Ordinal);
        Assert.DoesNotContain("Which brain", met, StringComparison.Ordinal);
        Assert.Contains("* 1 tiny: Brain one", choosing, StringComparison.Ordinal);
        Assert.Contains("none: I answer by rules", choosing, StringComparison.Ordinal);
        Assert.Contains("use a file I have", choosing, StringComparison.Ordinal);
        Assert.Equal("slate", (await _home.RunAsync("buddy", "list", "--json")).Json["buddies"]![0]!["character"]!.GetValue<string>());
        var brain = (await _home.RunAsync("brain", "list", "--json")).Json["brains"]!.AsArray().Single()!;
        Assert.Equal(("downloaded", true), (brain["origin"]!.GetValue<string>(), brain["used"]!.GetValue<bool>()));
        Assert.Null(Config()["first_run"]);
    }

    [Fact]
    public async Task FirstRun_ASmallBrainIsCarried_EnterTakesItWithoutADownload()
    {
        _catalogue.Add("one", "tiny", path => ScriptedBrain.Write(path, Speech));
        _home.Variables["BITBUDDY_SEED"] = Path.Combine(_home.Root, "seed.gguf");
        new ScriptedBrain { Replies = ["Shall we look?"], SpeaksInSlots = true }.Write(_home.Variables["BITBUDDY_SEED"]);
        await _home.MeetAsync();
        // A humorous buddy now and then wants a favourite phrase in its greeting, which this brain does not write.
        var personality = Path.Combine(_home.Home, "buddies", "Test", "personality.json");
        await File.WriteAllTextAsync(personality, (await File.ReadAllTextAsync(personality)).Replace("\"humor\": 4", "\"humor\": 0", StringComparison.Ordinal));
        using var app = Start();

        var choosing = await Terminal.ReadUntilAsync("> ");
        Say("");
        await Terminal.ReadUntilAsync("waking it");
        await Terminal.ReadUntilAsync("Shall we look?");
        await Terminal.ReadUntilAsync("> ");
        Terminal.Type("\u0004");
        await app.EndAsync();

        Assert.Contains("* 1 seed: the small brain I bring along", choosing, StringComparison.Ordinal);
        Assert.Contains("cannot reason about texts", choosing, StringComparison.Ordinal);
        Assert.Equal("seed", Config()["brain"]!.GetValue<string>());
        Assert.Equal(0, _hub.Cdn.Sent);
    }

    [Fact]
    public async Task FirstRun_InterruptedAtEveryStep_GoesOnFromThere()
    {
        _catalogue.Add("one", "tiny", new ScriptedBrain { Replies = [Speech], Endless = true, FeedForward = 100_000 }.Write);
        await LeaveAsync("Who shall it be?");

        using (var second = Start())
        {
            await Terminal.ReadUntilAsync("Who shall it be?");
            Say("1");
            await Terminal.ReadUntilAsync("This is ");
            await Terminal.ReadUntilAsync("> ");
            Terminal.Type(CtrlC);
            await EndsAsync(second);
        }

        // While it is fetched.
        _hub.Cdn.Next(new Fault.Stall(12_000_000));
        using (var third = Start())
        {
            var asked = await Terminal.ReadUntilAsync("> ");
            Assert.DoesNotContain("Who shall it be?", asked, StringComparison.Ordinal);
            Say("tiny");
            await Machine.UntilAsync(() => _hub.Cdn.Stalls > 0, "the download has begun");
            Terminal.Type(CtrlC);
            await EndsAsync(third);
        }

        // While it speaks.
        var sent = _hub.Cdn.Sent;
        using (var fourth = Start())
        {
            Assert.Contains("* 1 go on with Brain one", await Terminal.ReadUntilAsync("> "), StringComparison.Ordinal);
            Say("");
            await Terminal.ReadUntilAsync("Well well.");
            Terminal.Type(CtrlC);
            await EndsAsync(fourth);
        }

        using var fifth = Start();
        var last = await Terminal.ReadUntilAsync("Well well.");
        Terminal.Type(CtrlC);
        await EndsAsync(fifth);

        Assert.DoesNotContain("Which brain", last, StringComparison.Ordinal);
        Assert.True(_hub.Cdn.Sent - sent < new FileInfo(Path.Combine(_home.Root, "aside", "one.gguf")).Length, "All was fetched again.");
    }

    [Fact]
    public async Task FirstRun_CopyIsHere_IsOfferedFirstUsedInPlaceAndNothingIsFetched()
    {
        var copy = _catalogue.Add("one", "tiny", path => ScriptedBrain.Write(path, Speech));
        var place = Path.Combine(_home.Root, ".lmstudio", "models", "me", "one", "any name.gguf");
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(copy, place);
        await _home.MeetAsync();

        using var app = Start();
        var choosing = await Terminal.ReadUntilAsync("> ");
        Say("");
        await Terminal.ReadUntilAsync("Well well.");
        await Terminal.ReadUntilAsync("> ");
        Terminal.Type("\u0004");
        await app.EndAsync();

        Assert.Contains("* 1 Brain one, on this machine already", choosing, StringComparison.Ordinal);
        Assert.Equal(place, (await _home.RunAsync("brain", "list", "--json")).Json["brains"]!.AsArray().Single()!["path"]!.GetValue<string>());
        Assert.Empty(_hub.Hub.Requests);
    }

    [Fact]
    public async Task FirstRun_FileOfOnesOwnAndMistakes_AsksAgainUntilItIsOne()
    {
        _catalogue.Add("one", "tiny", path => ScriptedBrain.Write(path, "Not this. "));
        var own = Path.Combine(_home.Root, "my own büddy.gguf");
        ScriptedBrain.Write(own, Speech);
        await _home.MeetAsync();

        using var app = Start();
        await Terminal.ReadUntilAsync("> ");
        Say("seventeen");
        await Terminal.ReadUntilAsync("Answer with a number from 1 to 3");
        Say("file");
        await Terminal.ReadUntilAsync("Where is the GGUF file?");
        Say("nowhere.gguf");
        await Terminal.ReadUntilAsync("No brain is known as nowhere.gguf");
        await Terminal.ReadUntilAsync("Which brain shall I think with?");
        Say("file");
        await Terminal.ReadUntilAsync("Where is the GGUF file?");
        Say(own);
        await Terminal.ReadUntilAsync("Well well.");
        await Terminal.ReadUntilAsync("> ");
        Terminal.Type("\u0004");
        await app.EndAsync();

        Assert.Equal(0, app.ExitCode);
    }

    [Fact]
    public async Task FirstRun_None_IsAFullCitizenAndNeverAskedAgain()
    {
        _catalogue.Add("one", "tiny", path => ScriptedBrain.Write(path, Speech));

        using (var app = Start())
        {
            await Terminal.ReadUntilAsync("> ");
            Say("");
            await Terminal.ReadUntilAsync("Which brain");
            Say("none");
            await Terminal.ReadUntilAsync("is here. /? for help");
            Terminal.Type("\u0004");
            await app.EndAsync();
            Assert.Equal(0, app.ExitCode);
        }

        using var again = Start();
        Assert.DoesNotContain("Which brain", await Terminal.ReadUntilAsync("> "), StringComparison.Ordinal);
        Terminal.Type("\u0004");
        await again.EndAsync();
        Assert.Equal("none", Config()["brain"]!.GetValue<string>());
        Assert.Empty(_hub.Hub.Requests);
    }

    [Fact]
    public async Task FirstRun_LicenceToAccept_IsAskedOnceAndNoMeansAnother()
    {
        _catalogue.Add("one", "tiny", path => ScriptedBrain.Write(path, Speech), terms: "example.org/terms");
        await _home.MeetAsync();

        using var app = Start();
        var choosing = await Terminal.ReadUntilAsync("> ");
        Say("tiny");
        await Terminal.ReadUntilAsync("comes under the Odd Terms, which you can read at example.org/terms. Do you accept it?");
        Say("no");
        await Terminal.ReadUntilAsync("Which brain");
        Assert.Empty(_hub.Hub.Requests);
        Say("tiny");
        await Terminal.ReadUntilAsync("Do you accept it?");
        Say("yes");
        await Terminal.ReadUntilAsync("Well well.");
        await Terminal.ReadUntilAsync("> ");
        Terminal.Type("\u0004");
        await app.EndAsync();

        // Who just presses Enter accepts no licence.
        Assert.Contains("* 2 none", choosing, StringComparison.Ordinal);
        Assert.Equal("Odd Terms", Config()["accepted_licences"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task FirstRun_HubIsAway_SaysSoAndAsksAgain()
    {
        _catalogue.Add("one", "tiny", path => ScriptedBrain.Write(path, Speech));
        _hub.Hub.Always = new Fault.Status(404);
        await _home.MeetAsync();

        using var app = Start();
        await Terminal.ReadUntilAsync("> ");
        Say("tiny");
        await Terminal.ReadUntilAsync("The hub has no hf.co/me/one-GGUF/one.gguf");
        Assert.Contains("* 1 tiny: Brain one", await Terminal.ReadUntilAsync("> "), StringComparison.Ordinal);
        Say("none");
        await Terminal.ReadUntilAsync("is here. /? for help");
        Terminal.Type("\u0004");
        await app.EndAsync();

        Assert.Equal(0, app.ExitCode);
    }

    [Fact]
    public async Task FirstRun_InAPipe_AsksNothingAndYesTakesTheRecommendation()
    {
        Machine.NeedsLinux();
        _catalogue.Add("one", "tiny", path => ScriptedBrain.Write(path, Speech));

        var silent = await _home.ShellAsync($"{_catalogue.Variable} \"$APP\" </dev/null");
        Assert.False(Directory.Exists(Path.Combine(_home.Home, "buddies", "Pixel", "personality.json")));
        var yes = await _home.ShellAsync($"{_catalogue.Variable} \"$APP\" --yes </dev/null");

        Assert.Equal(0, silent.ExitCode);
        Assert.DoesNotContain("Which brain", silent.Err, StringComparison.Ordinal);
        Assert.True(yes.ExitCode == 0, yes.Err);
        Assert.Contains("Well well.", yes.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Which brain", yes.Err, StringComparison.Ordinal);
        Assert.Contains("Getting Brain one", yes.Err, StringComparison.Ordinal);
        Clean.Check(yes);
        Assert.Single((await _home.RunAsync("buddy", "list", "--json")).Json["buddies"]!.AsArray());
    }

    private Process Start()
    {
        PseudoTerminal.IsNeeded();
        _terminal?.Dispose();
        _terminal = new PseudoTerminal(columns: 200);
        return Terminal.Start(_home, $"export {_catalogue.Variable}; exec \"$APP\"");
    }

    private void Say(string line) => Terminal.Type(line + "\r");

    private async Task LeaveAsync(string mark)
    {
        using var app = Start();
        await Terminal.ReadUntilAsync(mark);
        await Terminal.ReadUntilAsync("> ");
        Terminal.Type(CtrlC);
        await EndsAsync(app);
    }

    private async Task EndsAsync(Process app)
    {
        await Terminal.ReadUntilAsync("run `bitbuddy` again to go on from here.");
        await app.EndAsync();
        Assert.Equal(130, app.ExitCode);
    }

    private JsonNode Config() => JsonNode.Parse(File.ReadAllText(Path.Combine(_home.Home, "config.json")))!;
}
