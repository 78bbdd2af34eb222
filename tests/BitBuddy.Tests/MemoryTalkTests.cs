using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Personalities;
using BitBuddy.Tests.Brains;

namespace BitBuddy.Tests;

/// <summary>What is told in a talk, with real files, a real index and a scripted engine.</summary>
public sealed class MemoryTalkTests : IAsyncDisposable
{
    private readonly TempHome _temp = new();
    private readonly List<ScriptedChatClient> _engines = [];
    private readonly BuddyHost _host;
    private Func<string> _says = () => "Well indeed. ";

    public MemoryTalkTests()
    {
        foreach (var name in (string[])["a.pdf", "Uni/Thesis/b.pdf", "Uni/Thesis/c.pdf", "Private/hoard.pdf", "Private/deep/d.pdf", "hoard.txt"])
            _temp.Write("files/" + name, new byte[100]);
        _host = new BuddyHost(_temp.Home, (_, _, _) =>
        {
            _engines.Add(new ScriptedChatClient(_says()));
            return Task.FromResult(new LoadedBrain(_engines[^1], null));
        }, TimeProvider.System);
    }

    private string Files => Path.Combine(_temp.Root, "files");
    private string MemoryFile => Path.Combine(_temp.Home.Buddies, Characters.Default.Name, "memory.db");

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _temp.Dispose();
    }

    private async Task<Reply> AskAsync(string question, Buddy? buddy = null, bool brain = false)
    {
        _host.Folders.Add(Files);
        var folders = await _host.PrepareAsync([], null, CancellationToken.None);
        await _host.Choice.SettleAsync(brain ? _temp.Write("brain.gguf", TinyGguf.Whole().Bytes()) : "none", null, CancellationToken.None);
        Reply? reply = null;
        await foreach (var part in (buddy ?? _host.Buddy(null)).AskAsync(new Question(question) { Folders = folders }))
            reply = (part as ReplyPart.Done)?.Reply ?? reply;
        return reply!;
    }

    [Fact]
    public async Task Tell_AName_IsConfirmedAndUsedByAnotherProcess()
    {
        var told = await AskAsync("please call me Sam", brain: true);
        Assert.Equal((IntentKind.Smalltalk, VoiceKind.Rules, true), (told.Intent.Kind, told.Voice, told.IsTold));
        Assert.Contains("Sam", told.Text, StringComparison.Ordinal);
        Assert.Empty(_engines);

        await using var later = new BuddyHost(_temp.Home, null, TimeProvider.System);
        Assert.Equal("Sam", later.Memories.Of(null).UserName);
        Assert.Contains(", Sam", (await AskAsync("hello")).Text, StringComparison.Ordinal);
        Assert.Contains("Sam", (await AskAsync("what's my name?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tell_AName_TheBrainIsToldInItsHead()
    {
        await AskAsync("call me Sam");

        await AskAsync("how many pdfs?", brain: true);

        Assert.Contains("The user's name is Sam.", _engines[^1].Prompts[0][0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tell_APlace_IsWhatIsMeantFromThenOn()
    {
        Assert.NotEqual(2, (await AskAsync("how many pdfs in my paper?")).Facts.Count);
        Assert.Contains("Uni/Thesis", (await AskAsync("my paper is in Uni/Thesis")).Text, StringComparison.Ordinal);

        Assert.Equal(2, (await AskAsync("how many pdfs in my paper?")).Facts.Count);
        Assert.Equal(2, (await AskAsync("list my paper")).Facts.Count);
    }

    [Fact]
    public async Task NeverMention_AFolder_IsGoneEverywhereBeforeTheAnswer()
    {
        await AskAsync("where is hoard.pdf in Private", brain: true);
        await AskAsync("my treasure is in Private");
        await AskAsync("remember that Private is full");
        await AskAsync("call me Sam");
        _temp.Write("home/states/old.state", [1]);
        Assert.Equal(5, (await AskAsync("how many pdfs?")).Facts.Count);

        var talk = _host.Buddy(null);
        await AskAsync("find hoard", talk);
        var told = await AskAsync("never mention the folder Private", talk);

        Assert.Equal(IntentKind.Smalltalk, told.Intent.Kind);
        Assert.Equal(3, (await AskAsync("how many pdfs?", talk)).Facts.Count);
        Assert.Equal(["hoard.txt"], (await AskAsync("find hoard")).Facts.Files.Select(file => file.Name));
        Assert.Equal(4, _host.Health().Files);
        Assert.False(_host.Index.HasFolderNamed("private"));
        Assert.Empty(Directory.GetFiles(_temp.Home.States));
        Assert.Equal(["Sam"], _host.Memories.Of(null).Told.Where(one => one.Kind != ToldKind.Moment).Select(one => one.Text));
        Assert.DoesNotContain("Private", RawText.OfDatabase(MemoryFile), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Private", RawText.OfDatabase(_temp.Home.IndexFile), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hoard.pdf", RawText.OfDatabase(_temp.Home.IndexFile), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task NeverMention_Kept_IsHeldByScansAndOtherBuddiesUntilTakenBack()
    {
        await AskAsync("never mention Private");
        _temp.Write("files/Private/late.pdf", []);
        await _host.ScanAllAsync(rebuild: true, null, CancellationToken.None);
        _host.Meet("Ada", "nova", 1);

        Assert.Equal(3, (await AskAsync("how many pdfs?", _host.Buddy("Ada"))).Facts.Count);
        Assert.Throws<BuddyException>(() => _host.Folders.Add(Path.Combine(Files, "Private")));
        await AskAsync("where is Private?");
        Assert.DoesNotContain("Private", RawText.OfDatabase(Path.Combine(_temp.Home.Buddies, "Ada", "memory.db")), StringComparison.OrdinalIgnoreCase);

        await AskAsync("you may mention Private again");

        Assert.Equal(6, (await AskAsync("how many pdfs?")).Facts.Count);
    }

    [Theory]
    [InlineData("never mention hoard", 4)]
    [InlineData("never mention the file hoard.txt", 5)]
    [InlineData("never mention files/Private", 4)]
    [InlineData("never mention Uni/Private", 6)]
    public async Task NeverMention_OneName_HidesThatAndNothingElse(string told, int left)
    {
        await AskAsync(told);
        Assert.Equal(left, (await AskAsync("how many files?")).Facts.Count);
    }

    [Fact]
    public async Task NeverMention_EverythingThatIsKnown_IsRefused()
    {
        var told = await AskAsync("never mention files");

        Assert.Contains("I would know nothing", told.Text, StringComparison.Ordinal);
        Assert.Equal(5, (await AskAsync("how many pdfs?")).Facts.Count);
    }

    [Fact]
    public async Task Forget_WhatWasTold_IsGoneWithRepliesAndStates()
    {
        await AskAsync("remember that Rumpelstiltskin owes me gold");
        await AskAsync("how many pdfs?", brain: true);
        _temp.Write("home/states/old.state", [1]);

        await AskAsync("forget about Rumpelstiltskin");

        Assert.DoesNotContain("Rumpelstiltskin", RawText.OfDatabase(MemoryFile), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("indeed", RawText.OfDatabase(MemoryFile), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_temp.Home.States));
    }

    [Fact]
    public async Task RemoveFolder_APlaceInIt_IsForgotten()
    {
        await AskAsync("my paper is in Uni/Thesis");

        await _host.RemoveFolderAsync(Files);

        Assert.DoesNotContain(_host.Memories.Of(null).Told, told => told.Kind == ToldKind.Place);
    }

    [Fact]
    public async Task Ask_TheSameInOneTalk_HearsAnotherReplyUntilThereAreThree()
    {
        var talk = _host.Buddy(null);
        var voices = new List<VoiceKind>();
        for (var i = 0; i < 2; i++)
            voices.Add((await AskAsync("how many pdfs?", talk, brain: true)).Voice);

        // The scripted brain has only one thing to say; a new talk hears it from the cache.
        Assert.Equal([VoiceKind.Brain, VoiceKind.Brain], voices);
        Assert.Equal(VoiceKind.Cache, (await AskAsync("how many pdfs?", brain: true)).Voice);
    }

    [Fact]
    public async Task Ask_TheSameOverAndOver_ThreeRepliesAreTakenInTurn()
    {
        var said = 0;
        _says = () => $"Take{new string('e', ++said)} that. ";
        var talk = _host.Buddy(null);
        var replies = new List<Reply>();
        for (var i = 0; i < 9; i++)
        {
            replies.Add(await AskAsync("how many pdfs?", talk, brain: true));
            // The next reply is another engine's.
            await _host.Life!.SleepAsync();
        }

        Assert.Equal([.. Enumerable.Repeat(VoiceKind.Brain, 3), .. Enumerable.Repeat(VoiceKind.Cache, 6)], replies.Select(reply => reply.Voice));
        Assert.Equal(3, replies.Take(3).Select(reply => reply.Text).Distinct().Count());
        Assert.Equal([.. replies.Take(3).Select(reply => reply.Text), .. replies.Take(3).Select(reply => reply.Text)], replies.Skip(3).Select(reply => reply.Text));
    }

    [Fact]
    public async Task Ask_AReplyOfTheRules_IsNotKept()
    {
        _says = () => "4711 files.";
        Assert.Equal(VoiceKind.Rules, (await AskAsync("how many pdfs?", brain: true)).Voice);
        _says = () => "Well indeed. ";
        await _host.Life!.SleepAsync();

        Assert.Equal(VoiceKind.Brain, (await AskAsync("how many pdfs?", brain: true)).Voice);
    }

    [Fact]
    public async Task Ask_AnotherBuddyOrPersonality_HasRepliesOfItsOwn()
    {
        var ada = _host.Meet("Ada", "nova", 1);
        _host.Meet("Eve", "nova", 1);
        await AskAsync("how many pdfs?", _host.Buddy("Ada"), brain: true);

        Assert.Equal(VoiceKind.Brain, (await AskAsync("how many pdfs?", _host.Buddy("Eve"), brain: true)).Voice);
        Assert.Equal(VoiceKind.Cache, (await AskAsync("how many pdfs?", _host.Buddy("Ada"), brain: true)).Voice);
        PersonalityFile.Write(_host.Buddies.Get("Ada").PersonalityPath, ada with { Humor = ada.Humor == 1 ? 2 : 1 });
        Assert.Equal(VoiceKind.Brain, (await AskAsync("how many pdfs?", _host.Buddy("Ada"), brain: true)).Voice);
    }

    [Fact]
    public void Buddy_NamesThatDifferInCapitals_TheExactOneAnswersAndItIsSaid_Row60()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "NOT TESTED: needs a file system that tells capitals apart.");
        PersonalityFile.Write(_temp.Write("home/buddies/ada/personality.json", [1]), Characters.Default with { Name = "ada" });
        PersonalityFile.Write(_temp.Write("home/buddies/Ada/personality.json", [1]), Characters.Default with { Name = "Ada" });

        Assert.Equal(("ada", "Ada"), (_host.Buddy("ada").Name, _host.Buddy("Ada").Name));
        Assert.Empty(_host.Notes.Take());
        Assert.Equal("Ada", _host.Buddy("ADA").Name);
        Assert.Contains(_host.Notes.Take(), note => note.Contains("differs only in capitals", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("what files", IntentKind.List)]
    [InlineData("help organize", IntentKind.Tidy)]
    [InlineData("system status", IntentKind.Status)]
    public async Task Ask_TheUsualQuestions_AreAnsweredFromTheCache(string question, IntentKind kind)
    {
        var first = await AskAsync(question, brain: true);
        var second = await AskAsync(question, brain: true);

        Assert.Equal((kind, VoiceKind.Brain), (first.Intent.Kind, first.Voice));
        Assert.Equal((kind, VoiceKind.Cache, first.Text), (second.Intent.Kind, second.Voice, second.Text));
    }

    [Fact]
    public async Task Ask_AfterSomethingWasTold_IsAnotherSituation()
    {
        await AskAsync("how many pdfs?", brain: true);
        await AskAsync("call me Sam");

        Assert.Equal(VoiceKind.Brain, (await AskAsync("how many pdfs?", brain: true)).Voice);
    }
}
