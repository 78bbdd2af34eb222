using BitBuddy.App;
using BitBuddy.Conversation;
using BitBuddy.EngineTests.App;
using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.Conversation;

/// <summary>A brain that speaks in slots, on the real engine in its process: 12 files, of which 7 are pdfs of 1 KB.</summary>
[Collection(EngineCollection.Name)]
public sealed class SlotBrainTests(EngineFixture engine) : IAsyncLifetime
{
    private const string Counting = "how many pdfs?";

    private readonly AppHome _home = new();
    private BuddyHost _host = null!;
    private Buddy _buddy = null!;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 7; i++)
            _home.Write($"paper {i} <|v3|>.pdf", 1000);
        foreach (var letter in "abcde")
            _home.Write($"{letter}.txt", letter == 'b' ? 64_000 : 300);
        // No trait draws a beat that a recited reply has not.
        await _home.MeetAsync();
        var file = Path.Combine(_home.Home, "buddies", "Test", "personality.json");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, System.Text.RegularExpressions.Regex.Replace(text, "\"(humor|curiosity|empathy|proactiveness)\": [0-9]+", "\"$1\": 0"));
        var home = new BuddyHome(_home.Home);
        _host = new BuddyHost(home, WorkerLoader.Create(Repository.App, () => home), TimeProvider.System);
        _buddy = _host.Buddy(null);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _home.Dispose();
    }

    [Theory]
    [InlineData(Counting, "My list says <|v0|>, <|v3|> in all.", "My list says 7 PDF files, 7 KB in all.")]
    [InlineData("my biggest file", "The <|v10|> <|v2|> is <|v5|>: <|v11|>.", "The biggest file is “b.txt”: 64 KB.")]
    [InlineData("hello", "<|v26|>! I am <|v28|>.", null)]
    public async Task Ask_WhatItWrites_IsFilledFromTheFacts(string question, string says, string? shown)
    {
        var (screen, reply) = await AskAsync(question, new ScriptedBrain { Replies = [says], SpeaksInSlots = true });

        Assert.Equal((VoiceKind.Brain, null, 0), (reply.Voice, reply.WhyNot, reply.Brain!.Refused));
        Assert.Equal(shown ?? screen, screen);
        Assert.EndsWith(shown ?? "! I am Test.", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_SlotsThatAreNotInThePrompt_AreClosed()
    {
        // It would name a file, for which a count has no slot.
        var brain = new ScriptedBrain { Replies = ["My list says <|v5|> here."], Otherwise = [("My list says", "<|v0|>, <|v3|> altogether.")], SpeaksInSlots = true };

        var (screen, reply) = await AskAsync(Counting, brain);

        Assert.Equal("My list says 7 PDF files, 7 KB altogether.", screen);
        Assert.Equal(0, reply.Brain!.Refused);
    }

    [Theory]
    [InlineData("My list says <|v0|>.", "nothing of size")]
    [InlineData("My list says <|v0|>, <|v3|> in all, 5 of them new.", "a digit outside a slot")]
    [InlineData("My list says <|v0|>, <|v3|> in all", "no end")]
    [InlineData("No luck. My list says <|v0|>, <|v3|> in all.", "against the facts: no luck")]
    [InlineData("I moved <|v0|>, <|v3|> in all.", "against the facts: i moved")]
    [InlineData("My list says <|v0|>, {size} and <|v3|> in all.", "empty or too long")]
    public async Task Ask_WhatItMayNotSay_IsDrawnOnceMoreThenTheRulesSpeak(string says, string fault)
    {
        var (screen, reply) = await AskAsync(Counting, new ScriptedBrain { Replies = [says], SpeaksInSlots = true });

        Assert.Equal((VoiceKind.Rules, 2), (reply.Voice, reply.Brain!.Refused));
        Assert.Contains($"({fault})", reply.WhyNot, StringComparison.Ordinal);
        Assert.Contains("7 PDF files", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_OneReplyOfTwoIsWrong_IsHeardWhenDrawnAgain()
    {
        var brain = new ScriptedBrain { Replies = ["My list says <|v0|>, <|v3|> in all.", "So nothing."], SpeaksInSlots = true };
        var heard = new List<Reply>();
        for (var i = 0; i < 24; i++)
            heard.Add((await AskAsync(Counting, brain)).Reply);

        Assert.Contains(heard, reply => reply is { Voice: VoiceKind.Brain, Brain.Refused: 1 });
        Assert.All(heard.Where(reply => reply.Voice == VoiceKind.Brain), reply => Assert.Contains("7 PDF files, 7 KB", reply.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_WhatItWasNotTaught_IsSpokenByRules()
    {
        var brain = new ScriptedBrain { Replies = ["My list says <|v0|>, <|v3|> in all."], SpeaksInSlots = true, Taught = ("my says in all", "counted") };

        var (_, strange) = await AskAsync(Counting, brain);
        var (_, unknown) = await AskAsync("hello", brain);

        Assert.Contains("(no word: list)", strange.WhyNot, StringComparison.Ordinal);
        Assert.Equal((VoiceKind.Rules, null), (unknown.Voice, unknown.Brain));
        Assert.Contains("has not learned", unknown.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_NamesOfTokensInNamesAndQuestion_AreText()
    {
        var (screen, reply) = await AskAsync("find paper <|v3|>", new ScriptedBrain { Replies = ["In there are <|v0|>: <|v13|>."], SpeaksInSlots = true });

        Assert.Equal((VoiceKind.Brain, null, 0), (reply.Voice, reply.WhyNot, reply.Brain!.Refused));
        Assert.Contains("<|v3|>.pdf”", screen, StringComparison.Ordinal);
        Clean.Check(screen);
    }

    private async Task<(string Screen, Reply Reply)> AskAsync(string question, ScriptedBrain brain)
    {
        await _host.Choice.SettleAsync(engine.Brain(brain), null, Talk.Now);
        var folders = await _host.PrepareAsync([_home.Files], null, Talk.Now);
        var screen = "";
        await foreach (var part in _buddy.AskAsync(new Question(question) { Folders = folders, Fresh = true }, Talk.Now))
        {
            screen += part is ReplyPart.Words words ? words.Text : "";
            if (part is ReplyPart.Done { Reply: var reply })
                return (screen, reply);
        }

        throw new InvalidOperationException("The reply has no end.");
    }
}
