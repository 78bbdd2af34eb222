using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;
using BitBuddy.Tests.Brains;
using BitBuddy.Tests.Conversation;
using Microsoft.Extensions.AI;

namespace BitBuddy.Tests;

/// <summary>STORY 1 with real files, a real index and a scripted engine.</summary>
public sealed class BuddyTests : IAsyncDisposable
{
    private readonly TempHome _temp = new();
    private readonly List<ScriptedChatClient> _engines = [];
    private readonly BuddyHost _host;
    private readonly string _files;
    private TokenCounter? _count;
    private Func<int, ScriptedChatClient> _engine = _ => new ScriptedChatClient("You have 3 pdf files. ");

    public BuddyTests()
    {
        for (var i = 0; i < 3; i++)
            _temp.Write($"files/{i}.pdf", new byte[100]);
        _files = Path.Combine(_temp.Root, "files");
        _host = new BuddyHost(_temp.Home, Load, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _temp.Dispose();
    }

    private Task<LoadedBrain> Load(KnownBrain brain, BrainSettings settings, CancellationToken cancellationToken)
    {
        _engines.Add(_engine(_engines.Count));
        return Task.FromResult(new LoadedBrain(_engines[^1], _count));
    }

    private async Task<(List<ReplyPart> Parts, Reply Reply)> AskAsync(
        string question = "how many pdfs?", Buddy? buddy = null, bool fresh = false, CancellationToken cancellationToken = default)
    {
        var folders = await _host.PrepareAsync([_files], null, cancellationToken);
        await _host.Choice.SettleAsync(_temp.Write("brain.gguf", TinyGguf.Whole().Bytes()), null, cancellationToken);
        var parts = new List<ReplyPart>();
        await foreach (var part in (buddy ?? _host.Buddy(null)).AskAsync(new Question(question) { Folders = folders, Fresh = fresh }, cancellationToken))
            parts.Add(part);
        return (parts, Assert.IsType<ReplyPart.Done>(parts[^1]).Reply);
    }

    [Fact]
    public async Task Ask_Parts_ComeFactsFirstAndDoneLast()
    {
        var (parts, reply) = await AskAsync();

        Assert.IsType<ReplyPart.FactsFound>(parts[0]);
        Assert.IsType<ReplyPart.MoodShown>(parts[^2]);
        Assert.Equal(reply.Text, string.Concat(parts.OfType<ReplyPart.Words>().Select(words => words.Text)));
        Assert.Equal((VoiceKind.Brain, 3L, "You have 3 pdf files."), (reply.Voice, reply.Facts.Count, reply.Text.Trim()));
    }

    [Fact]
    public async Task Ask_FactsAreShown_BeforeTheBrainIsAsked()
    {
        var buddy = _host.Buddy(null);
        var folders = await _host.PrepareAsync([_files], null, CancellationToken.None);
        await _host.Choice.SettleAsync(_temp.Write("brain.gguf", TinyGguf.Whole().Bytes()), null, CancellationToken.None);

        await using var parts = buddy.AskAsync(new Question("how many pdfs?") { Folders = folders }).GetAsyncEnumerator();

        Assert.True(await parts.MoveNextAsync());
        Assert.IsType<ReplyPart.FactsFound>(parts.Current);
        Assert.Empty(_engines);
    }

    [Fact]
    public async Task Ask_SameSituation_AnswersFromTheCacheUntilAFileChanges()
    {
        await AskAsync();
        var again = await AskAsync("How many PDFs?!");
        _temp.Write("files/4.pdf", []);
        File.SetLastWriteTimeUtc(_files, DateTime.UtcNow.AddSeconds(5));
        var changed = await AskAsync();

        Assert.Equal(VoiceKind.Cache, again.Reply.Voice);
        Assert.Equal(4, changed.Reply.Facts.Count);
        Assert.Equal(VoiceKind.Rules, changed.Reply.Voice);
    }

    [Fact]
    public async Task Ask_AFollowUp_LeansOnTheLastAnswerOfTheSameTalk()
    {
        _temp.Write("files/notes.txt", new byte[5]);
        var talk = _host.Buddy(null);
        await AskAsync("list my pdfs", talk);

        var newest = await AskAsync("and which is the newest?", talk);
        var alone = await AskAsync("which is the newest?", _host.Buddy(null));

        Assert.Equal(["pdf"], newest.Reply.Intent.Query.Extensions);
        Assert.Equal(1, newest.Reply.Facts.Count);
        Assert.Empty(alone.Reply.Intent.Query.Extensions);
    }

    [Fact]
    public async Task Ask_Fresh_AsksTheBrainAgain()
    {
        await AskAsync();

        var fresh = await AskAsync(fresh: true);

        Assert.Equal(VoiceKind.Brain, fresh.Reply.Voice);
    }

    [Fact]
    public async Task Ask_InventedNumber_IsRefusedAndNeverShown()
    {
        _engine = _ => new ScriptedChatClient("Lovely question. ", "You have ", "47", "11 pdf files, all of them. ", "That was fun. ");

        var (parts, reply) = await AskAsync();

        Assert.Contains(parts, part => part is ReplyPart.Refused);
        Assert.DoesNotContain("4711", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Lovely question.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("That was fun.", reply.Text, StringComparison.Ordinal);
        Assert.Equal(1, reply.Brain!.Refused);
    }

    [Theory]
    [InlineData("Lovely question. You have 4711 pdf files. That was fun. ", VoiceKind.Cache)]
    [InlineData("That was fun. You have 3 pdf files, and 4711 of them are new. ", VoiceKind.Brain)]
    public async Task Ask_AReplyThatShowsNothingOfARefusal_IsKept(string said, VoiceKind second)
    {
        _engine = _ => new ScriptedChatClient(said);

        Assert.Equal(VoiceKind.Brain, (await AskAsync()).Reply.Voice);
        Assert.Equal(second, (await AskAsync()).Reply.Voice);
    }

    [Theory]
    [InlineData("The biggest one is movie.avi")]
    [InlineData("Your 3 files are fine and the biggest one is movie.avi")]
    [InlineData("Among the things that I have looked at so far the biggest one is movie.avi")]
    public async Task Ask_AReplyThatEndsInMidClaim_IsNoAnswer(string said)
    {
        _engine = _ => new ScriptedChatClient(said);

        var (_, reply) = await AskAsync();

        Assert.Equal(VoiceKind.Rules, reply.Voice);
        Assert.DoesNotContain("…", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_NothingButInventions_TheRulesSpeakAndWhyNotSaysSo()
    {
        _engine = _ => new ScriptedChatClient("4711 files.");

        var (_, reply) = await AskAsync();

        Assert.Equal(VoiceKind.Rules, reply.Voice);
        Assert.Contains("3", reply.Text, StringComparison.Ordinal);
        Assert.Contains("not shown", reply.WhyNot, StringComparison.Ordinal);
        Assert.NotNull(reply.Brain);
    }

    [Fact]
    public async Task Ask_EngineDiesInMidReply_WhatWasSaidStaysMarkedAsCutAndIsNotKept()
    {
        _engine = number => number == 0
            ? new ScriptedChatClient("You have 3 pdf files. ", "And ", new InvalidOperationException("The engine stopped (signal 9)."))
            : new ScriptedChatClient("You have 3 pdf files. ");

        var first = await AskAsync();
        var second = await AskAsync();

        Assert.Equal((VoiceKind.Brain, true), (first.Reply.Voice, first.Reply.Cut));
        Assert.StartsWith("You have 3 pdf files.", first.Reply.Text, StringComparison.Ordinal);
        Assert.True(_engines[0].Disposed);
        Assert.Equal((VoiceKind.Brain, false), (second.Reply.Voice, second.Reply.Cut));
    }

    [Fact]
    public async Task Ask_EngineDiedWhileIdle_IsWokenAgainForTheSameQuestion()
    {
        _engine = number => number == 0 ? new ScriptedChatClient(new InvalidOperationException("gone")) : new ScriptedChatClient("You have 3 pdf files. ");

        var (_, reply) = await AskAsync();

        Assert.Equal(VoiceKind.Brain, reply.Voice);
        Assert.Equal(2, _engines.Count);
    }

    [Fact]
    public async Task Ask_EngineFailsAlways_TheRulesSpeakWithItsSentence()
    {
        _engine = _ => new ScriptedChatClient(new InvalidOperationException("The model\u001b[31m is odd."));

        var (_, reply) = await AskAsync();

        Assert.Equal(VoiceKind.Rules, reply.Voice);
        Assert.Equal("The model\\u{1b}[31m is odd.", reply.WhyNot);
        Assert.Null(reply.Brain);
    }

    [Fact]
    public async Task Ask_EngineDiedAndTheSecondTakeIsRefused_WhyNotIsOfTheSecond()
    {
        _engine = number => number == 0 ? new ScriptedChatClient(new InvalidOperationException("gone")) : new ScriptedChatClient("4711 files.");

        var (_, reply) = await AskAsync();

        Assert.Equal(VoiceKind.Rules, reply.Voice);
        Assert.Contains("not shown", reply.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_EngineFailsWhileItCounts_TheRulesSpeak()
    {
        _count = (_, _) => throw new InvalidCastException("The vocabulary is odd.");

        var (_, reply) = await AskAsync();

        Assert.Equal((VoiceKind.Rules, "The vocabulary is odd."), (reply.Voice, reply.WhyNot));
    }

    [Fact]
    public async Task Ask_AFaultOfOurOwnPrompt_IsNotHidden()
    {
        await AskAsync();
        var cue = CueOf(new Personality { Name = "Pixel", FavoritePhrases = null! });
        var voice = new BrainVoice(_host.Life!, new PromptBuilder(TimeProvider.System), new SlotVoice(new RulesVoice(TimeProvider.System), TimeProvider.System, new Random(1)), TimeProvider.System);

        await Assert.ThrowsAsync<NullReferenceException>(async () =>
        {
            await foreach (var _ in voice.SpeakAsync(cue, new Spoken(), new ReplyClock(TimeProvider.System, 0), CancellationToken.None))
            {
            }
        });
    }

    [Fact]
    public async Task Hear_TheCauseOfTheMood_MayBeSaid()
    {
        await AskAsync();
        var take = new BrainTake(CueOf(new Personality { Name = "Pixel" }), new BuiltPrompt([], new PromptTokens(0, []), 0, Talk.Empty), rewind: null, TimeProvider.System);
        var spoken = new Spoken();

        var parts = take.Hear(new ChatResponseUpdate(ChatRole.Assistant, "I feel sick, since the disk is 97 % full."), spoken).ToList();
        parts.AddRange(take.Finish(spoken));

        Assert.All(parts, part => Assert.IsType<ReplyPart.Words>(part));
        Assert.Equal("I feel sick, since the disk is 97 % full.", spoken.Text);
    }

    private Cue CueOf(Personality personality) => new()
    {
        Question = new Question("hello"),
        Intent = new Intent(IntentKind.Smalltalk, FileQuery.Everything),
        Facts = Sample.Facts(IntentKind.Smalltalk),
        Personality = personality,
        PersonalityVersion = "1",
        Health = Sample.Health(Sample.Full),
        Brain = _host.Choice.Brain,
        Memory = Remembered.Nothing,
        Talk = Talk.Empty,
        Turn = 0,
    };

    [Fact]
    public async Task Ask_Cancelled_ThrowsAndTheNextQuestionWorks()
    {
        using var stop = new CancellationTokenSource();
        _engine = number => number == 0 ? new ScriptedChatClient("Well. ", (Action)stop.Cancel, "never") : new ScriptedChatClient("You have 3 pdf files. ");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(cancellationToken: stop.Token));
        _engines.Clear();
        await _host.Life!.SleepAsync();
        _engine = _ => new ScriptedChatClient("You have 3 pdf files. ");

        Assert.Equal(VoiceKind.Brain, (await AskAsync()).Reply.Voice);
    }

    [Fact]
    public async Task Ask_SecondQuestionOfATalk_CarriesTheFirstTurnExactlyAsItWasFed()
    {
        var buddy = _host.Buddy(null);
        await AskAsync("how many pdfs?", buddy);
        await AskAsync("my biggest file", buddy);

        var (first, second) = (_engines[0].Prompts[0], _engines[0].Prompts[1]);
        Assert.Equal(2, first.Count);
        Assert.Equal(4, second.Count);
        Assert.Equal(first.Select(Text), second.Take(2).Select(Text));
        Assert.Equal(ChatRole.Assistant, second[2].Role);

        static string Text(ChatMessage message) => string.Join('|', message.Contents.OfType<TextContent>().Select(content => content.Text));
    }

    [Fact]
    public async Task Ask_Options_AreThePersonalitysAndNoToolIsOffered()
    {
        await AskAsync();

        var options = Assert.Single(_engines[0].Options)!;
        Assert.Equal(80, options.MaxOutputTokens);
        Assert.Null(options.Tools);
        Assert.Null(options.ToolMode);
    }
}
