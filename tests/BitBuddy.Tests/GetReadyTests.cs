using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Tests.Brains;
using Microsoft.Extensions.AI;

namespace BitBuddy.Tests;

/// <summary>What any host does while its user begins to write.</summary>
public sealed class GetReadyTests : IAsyncDisposable
{
    private readonly TempHome _temp = new();
    private readonly List<ScriptedChatClient> _engines = [];
    private readonly List<IReadOnlyList<ChatMessage>> _prepared = [];
    private readonly BuddyHost _host;
    private IReadOnlyList<string> _folders = [];
    private TaskCompletionSource _waking = new();
    private Func<CancellationToken, Task> _prepare = _ => Task.CompletedTask;

    public GetReadyTests()
    {
        for (var i = 0; i < 3; i++)
            _temp.Write($"files/{i}.pdf", new byte[100]);
        _waking.SetResult();
        _host = new BuddyHost(_temp.Home, Load, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _temp.Dispose();
    }

    private Task<LoadedBrain> Load(KnownBrain brain, BrainSettings settings, CancellationToken cancellationToken)
    {
        _waking.Task.Wait(cancellationToken);
        _engines.Add(new ScriptedChatClient("You have 3 pdf files. "));
        return Task.FromResult(new LoadedBrain(_engines[^1], null)
        {
            Prepare = (begun, cancel) =>
            {
                _prepared.Add(begun);
                return _prepare(cancel);
            },
        });
    }

    private async Task<Buddy> MeetAsync()
    {
        _folders = await _host.PrepareAsync([Path.Combine(_temp.Root, "files")], null, CancellationToken.None);
        await _host.Choice.SettleAsync(_temp.Write("brain.gguf", TinyGguf.Whole().Bytes()), null, CancellationToken.None);
        return _host.Buddy(null);
    }

    private async Task<Reply> AskAsync(Buddy buddy)
    {
        Reply? reply = null;
        await foreach (var part in buddy.AskAsync(new Question("how many pdfs?") { Folders = _folders }))
            reply = (part as ReplyPart.Done)?.Reply ?? reply;
        return reply!;
    }

    [Fact]
    public async Task GetReady_ThenAQuestion_TheHeadIsThatOfItsPromptAndTheBrainIsAwake()
    {
        var buddy = await MeetAsync();

        Assert.Null(await buddy.GetReadyAsync());
        var reply = await AskAsync(buddy);

        Assert.Equal(Texts(_engines[0].Prompts[0][0]), Texts(Assert.Single(Assert.Single(_prepared))));
        Assert.Equal((VoiceKind.Brain, 0.0), (reply.Voice, reply.Timings.Wake));
        Assert.Single(_engines);

        static IEnumerable<string> Texts(ChatMessage message) => message.Contents.OfType<TextContent>().Select(content => content.Text);
    }

    [Fact]
    public async Task GetReady_TheQuestionGrowsMeanwhile_TheLatestWordsAreComputedNext()
    {
        var buddy = await MeetAsync();
        var slow = new TaskCompletionSource();
        _prepare = _ => _prepared.Count == 1 ? slow.Task : Task.CompletedTask;

        var ready = buddy.GetReadyAsync("h");
        await Soon.UntilAsync(() => _prepared.Count == 1);
        Assert.Null(await buddy.GetReadyAsync("how "));
        Assert.Null(await buddy.GetReadyAsync("how many p"));
        slow.SetResult();
        Assert.Null(await ready);
        await AskAsync(buddy);

        Assert.Equal([1, 2], _prepared.Select(begun => begun.Count));
        Assert.Equal("how many", _prepared[1][1].Text);
        Assert.StartsWith("how many", _engines[0].Prompts[0][1].Text, StringComparison.Ordinal);
        Assert.Equal(_prepared[1][0].Text, _engines[0].Prompts[0][0].Text);
    }

    [Fact]
    public async Task GetReady_AQuestionComesMeanwhile_TakesOver()
    {
        var buddy = await MeetAsync();
        _prepare = cancel => Task.Delay(Timeout.Infinite, cancel);

        var ready = buddy.GetReadyAsync();
        await Soon.UntilAsync(() => _prepared.Count == 1);
        var reply = await AskAsync(buddy);

        Assert.Null(await ready);
        Assert.Equal(("", VoiceKind.Brain), (reply.WhyNot ?? "", reply.Voice));
        Assert.Single(_engines);
    }

    [Fact]
    public async Task GetReady_EngineFails_IsASentenceAndTheQuestionIsAnswered()
    {
        var buddy = await MeetAsync();
        _prepare = _ => throw new InvalidOperationException("The engine stopped (signal 9).");

        Assert.Equal("The engine stopped (signal 9).", await buddy.GetReadyAsync());
        Assert.Equal(VoiceKind.Brain, (await AskAsync(buddy)).Voice);
        Assert.Equal(2, _engines.Count);
    }

    [Fact]
    public async Task Wake_SleepIsWantedMeanwhile_SleepsRightAfterTheHead()
    {
        await MeetAsync();
        _waking = new();
        var waking = _host.WakeAsync(CancellationToken.None);
        await Soon.UntilAsync(() => _host.Life!.State == BrainState.Waking);

        var sleeping = _host.Life!.SleepAsync();
        _waking.SetResult();

        Assert.Null(await waking.WaitAsync(TimeSpan.FromSeconds(30)));
        await sleeping.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Single(_prepared);
    }

    [Fact]
    public async Task Prepare_AnotherBrainChosenElsewhere_IsTheOneFromNowOn()
    {
        await _host.Choice.SettleAsync(null, null, CancellationToken.None);
        await using var other = new BuddyHost(_temp.Home, Load, TimeProvider.System);
        var brain = await other.Brains.ImportAsync(_temp.Write("other.gguf", TinyGguf.Whole().Bytes()), copy: false);
        await other.Choice.UseAsync(brain.Sha256, null, CancellationToken.None);

        await _host.PrepareAsync([], null, CancellationToken.None);

        Assert.Equal(brain, _host.Choice.Brain);
        other.Config.TryChange(old => old with { Brain = null });
        await _host.PrepareAsync([], null, CancellationToken.None);
        Assert.Null(_host.Choice.Brain);
        Assert.StartsWith("No brain is chosen yet", _host.Choice.WhyNone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetReady_NoBrain_IsASentence()
    {
        await _host.Choice.SettleAsync("none", null, CancellationToken.None);

        Assert.Equal("I was told to answer without a brain.", await _host.Buddy(null).GetReadyAsync());
        Assert.Equal("I was told to answer without a brain.", await _host.WakeAsync(CancellationToken.None));
    }
}
