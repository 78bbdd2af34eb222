using BitBuddy.Brains;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Brains;

/// <summary>The rules of a brain's life, one by one; their interplay is held by a property test on the worker's protocol.</summary>
public sealed class BrainLifeTests : IAsyncDisposable
{
    private readonly TempHome _temp = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly BrainStore _store;
    private readonly KnownBrain _brain;
    private readonly List<ScriptedChatClient> _engines = [];
    private readonly BrainLife _life;
    private TaskCompletionSource<string> _exited = new();
    private Func<CancellationToken, Task> _loading = _ => Task.CompletedTask;
    private long _stateBytes = 1;
    private KeepAlive _keepAlive = KeepAlive.Default;

    public BrainLifeTests()
    {
        _store = new BrainStore(_temp.Home, _clock, new Notes());
        _brain = Import("b.gguf", TinyGguf.Whole());
        _life = new BrainLife(_store, LoadAsync, () => new BrainSettings { KeepAlive = _keepAlive, StateBytes = _stateBytes }, _clock);
        _life.Settle(_brain);
    }

    public async ValueTask DisposeAsync()
    {
        await _life.DisposeAsync();
        Assert.All(_engines, engine => Assert.True(engine.Disposed));
        _temp.Dispose();
    }

    private KnownBrain Import(string name, TinyGguf gguf) => _store.ImportAsync(_temp.Write(name, gguf.Bytes()), copy: false).GetAwaiter().GetResult();

    private async Task<LoadedBrain> LoadAsync(KnownBrain brain, BrainSettings settings, CancellationToken cancellationToken)
    {
        await _loading(cancellationToken);
        _engines.Add(new ScriptedChatClient("Hi. "));
        _exited = new TaskCompletionSource<string>();
        return new LoadedBrain(_engines[^1], null) { Exited = _exited.Task };
    }

    private Task<BrainLease> TakeAsync(KnownBrain? brain = null, BrainNeed need = BrainNeed.Reply, CancellationToken cancellationToken = default) =>
        _life.TakeAsync(brain ?? _brain, need, null, cancellationToken);

    private async Task FailAsync()
    {
        using (var lease = await TakeAsync())
            lease.Fail("The engine stopped (signal 9).");
        await Soon.UntilAsync(() => _life.State is BrainState.Asleep or BrainState.Failed);
    }

    private async Task<string> RefusalAsync(KnownBrain? brain = null) =>
        (await Assert.ThrowsAsync<BuddyException>(() => TakeAsync(brain))).Message;

    private Task IsAsync(BrainState state) => Soon.UntilAsync(() => _life.State == state);

    [Fact]
    public async Task State_FromChosenToAsleepAgain_IsToldAtEachStep()
    {
        var states = new List<BrainState>();
        _life.Changed += () => states.Add(_life.State);
        var load = new TaskCompletionSource();
        _loading = _ => load.Task;

        var taking = TakeAsync();
        await IsAsync(BrainState.Waking);
        load.SetResult();
        using (var lease = await taking)
            Assert.False(lease.WasAwake);
        using (var lease = await TakeAsync())
            Assert.True(lease.WasAwake);
        await _life.SleepAsync();
        _life.Settle(null);
        await IsAsync(BrainState.Absent);

        Assert.Equal([BrainState.Waking, BrainState.Awake, BrainState.Draining, BrainState.Asleep, BrainState.Absent],
            states.Where((state, i) => (i == 0 || states[i - 1] != state) && (i > 0 || state != BrainState.Asleep)));
        Assert.Single(_engines);
    }

    [Theory]
    [InlineData("5m", 299, 2)]
    [InlineData("2s", 1, 2)]
    public async Task Idle_KeepAliveOver_Sleeps(string keepAlive, int awake, int more)
    {
        _keepAlive = KeepAlive.Parse(keepAlive);
        (await TakeAsync()).Dispose();
        _clock.Advance(TimeSpan.FromSeconds(awake));
        (await TakeAsync(need: BrainNeed.Ahead)).Dispose();
        Assert.Single(_engines);

        _clock.Advance(TimeSpan.FromSeconds(more));
        await Soon.UntilAsync(() => _life.State == BrainState.Asleep, () => _clock.Advance(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Idle_KeepAliveZero_SleepsRightAfterTheReply()
    {
        _keepAlive = new(TimeSpan.Zero);
        var lease = await TakeAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(BrainState.Awake, _life.State);

        lease.Dispose();
        await IsAsync(BrainState.Asleep);
    }

    [Fact]
    public async Task Idle_ForEver_NeverSleeps()
    {
        _keepAlive = KeepAlive.ForEver;
        (await TakeAsync()).Dispose();
        _clock.Advance(TimeSpan.FromDays(40));

        using var lease = await TakeAsync();
        Assert.True(lease.WasAwake);
    }

    [Fact]
    public async Task Ahead_NoQuestionComes_SleepsAfterAMinute()
    {
        (await TakeAsync(need: BrainNeed.Ahead)).Dispose();
        _clock.Advance(TimeSpan.FromSeconds(59));
        using (var lease = await TakeAsync(need: BrainNeed.Ahead))
            Assert.True(lease.WasAwake);

        await Soon.UntilAsync(() => _life.State == BrainState.Asleep, () => _clock.Advance(TimeSpan.FromSeconds(61)));
    }

    [Fact]
    public async Task Take_CancelledWhileWaking_TheWakingIsBroughtToItsEnd()
    {
        using var cancel = new CancellationTokenSource();
        var load = new TaskCompletionSource();
        _loading = load.Task.WaitAsync;
        var taking = TakeAsync(cancellationToken: cancel.Token);
        await IsAsync(BrainState.Waking);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => taking);
        load.SetResult();

        await IsAsync(BrainState.Awake);
        (await TakeAsync()).Dispose();
        Assert.Single(_engines);
    }

    [Fact]
    public async Task Take_WakingHangs_EndsInASentenceAtTheDeadline()
    {
        _loading = cancel => Task.Delay(Timeout.Infinite, cancel);
        var taking = TakeAsync();
        await IsAsync(BrainState.Waking);

        _clock.Advance(BrainLife.WakeDeadline);

        Assert.NotEmpty((await Assert.ThrowsAsync<BuddyException>(() => taking)).Message);
        await IsAsync(BrainState.Asleep);
    }

    [Fact]
    public async Task Take_AnotherBrain_WaitsForTheReplyThatIsSpoken()
    {
        var other = Import("other.gguf", TinyGguf.Whole().Key("a", "b"));
        var first = await TakeAsync();
        var second = TakeAsync(other);
        await IsAsync(BrainState.Draining);

        Assert.False(_engines[0].Disposed);
        first.Dispose();

        using var lease = await second;
        Assert.Equal((2, true), (_engines.Count, _engines[0].Disposed));
    }

    [Fact]
    public async Task Drain_ReplyNeverEnds_IsCutOffAfterAMinute()
    {
        using var lease = await TakeAsync();
        var sleeping = _life.SleepAsync();
        await IsAsync(BrainState.Draining);

        _clock.Advance(BrainLife.DrainDeadline);

        await sleeping;
        Assert.True(_engines[0].Disposed);
    }

    [Fact]
    public async Task Failures_InARow_AtOnceThenBackOffThenLeftAlone()
    {
        await FailAsync();
        await FailAsync();
        Assert.Contains("I try it again in 1 s", await RefusalAsync(), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await FailAsync();

        Assert.StartsWith("b stopped 3 times in a row, last: The engine stopped (signal 9).", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal(BrainState.Failed, _life.State);
        _clock.Advance(TimeSpan.FromMinutes(4));
        await RefusalAsync();
        Assert.Equal(3, _engines.Count);
        _clock.Advance(TimeSpan.FromMinutes(1));
        (await TakeAsync()).Dispose();
    }

    [Theory]
    [InlineData("wake")]
    [InlineData("another brain")]
    [InlineData("a changed file")]
    public async Task Failed_UserDoesSomething_IsTriedAgain(string what)
    {
        for (var i = 0; i < 3; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await FailAsync();
        }

        await RefusalAsync();
        if (what == "wake")
            _life.Forgive();
        else if (what == "another brain")
            _life.Settle(Import("other.gguf", TinyGguf.Whole().Key("a", "b")));
        else
            File.SetLastWriteTimeUtc(_brain.Path, DateTime.UtcNow.AddHours(-1));

        (await TakeAsync()).Dispose();
    }

    [Fact]
    public async Task Failures_AWholeReplyBetween_AreForgotten()
    {
        for (var i = 0; i < 5; i++)
        {
            await FailAsync();
            using var lease = await TakeAsync();
            lease.Complete();
        }
    }

    [Fact]
    public async Task Exited_WhileIdle_IsAsleepAndWokenAtOnce()
    {
        (await TakeAsync()).Dispose();
        _exited.SetResult("The engine stopped (signal 9).");
        await IsAsync(BrainState.Asleep);

        using var lease = await TakeAsync();
        Assert.False(lease.WasAwake);
    }

    [Fact]
    public async Task Take_FileIsNoBrain_IsRefusedUntilItChanges()
    {
        var good = await File.ReadAllBytesAsync(_brain.Path);
        _temp.Write("b.gguf", [.. good, 0]);

        Assert.Contains("has changed since it was checked", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal(BrainState.Failed, _life.State);
        Assert.Contains("has changed since it was checked", await RefusalAsync(), StringComparison.Ordinal);
        _temp.Write("b.gguf", good);

        (await TakeAsync()).Dispose();
    }

    [Fact]
    public async Task Changed_AListenerBreaks_WhoeverWaitsIsToldAndTheNextIsServed()
    {
        var breaks = true;
        _life.Changed += () =>
        {
            if (breaks)
                throw new InvalidOperationException("Ouch.");
        };

        Assert.Contains("Ouch. Ask again.", await RefusalAsync(), StringComparison.Ordinal);
        breaks = false;
        await IsAsync(BrainState.Asleep);
        (await TakeAsync()).Dispose();
    }

    [Fact]
    public async Task Take_OtherStateBytes_IsAnotherEngine()
    {
        (await TakeAsync()).Dispose();
        _stateBytes = 0;
        (await TakeAsync()).Dispose();
        Assert.Equal((2, true), (_engines.Count, _engines[0].Disposed));
    }

    [Fact]
    public async Task Dispose_WhileWaking_EveryRequestEnds()
    {
        _loading = cancel => Task.Delay(Timeout.Infinite, cancel);
        var taking = TakeAsync();
        await IsAsync(BrainState.Waking);

        await _life.DisposeAsync();

        await Assert.ThrowsAsync<BuddyException>(() => taking);
        await RefusalAsync();
        await _life.SleepAsync();
    }
}
