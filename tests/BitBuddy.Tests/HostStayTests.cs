using BitBuddy.Brains;
using BitBuddy.Tests.Brains;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests;

public sealed class HostStayTests : IAsyncDisposable
{
    private readonly TempHome _temp = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly RunFolder _run;
    private readonly BrainLife _life;
    private readonly HostStay _stay;
    private readonly KnownFiles _files;
    private readonly KnownBrain _brain;
    private int _wakes;

    public HostStayTests()
    {
        _run = new RunFolder(_temp.Home);
        var store = new BrainStore(_temp.Home, _clock, new Notes());
        _brain = store.ImportAsync(_temp.Write("b.gguf", TinyGguf.Whole().Bytes()), copy: false).GetAwaiter().GetResult();
        _life = new BrainLife(store, (_, _, _) => Task.FromResult(new LoadedBrain(new ScriptedChatClient("Hi. "), null)), () => new BrainSettings(), _clock);
        _life.Settle(_brain);
        _files = new KnownFiles(_temp.Home, keeps: false, new ConfigFile(_temp.Home), new Notes(), _clock);
        _stay = new HostStay(_run, _life, _ =>
        {
            _wakes++;
            return Task.CompletedTask;
        }, _files.Keep(), _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _stay.DisposeAsync();
        await _life.DisposeAsync();
        _files.Dispose();
        _temp.Dispose();
    }

    private Task<BrainLease> TakeAsync() => _life.TakeAsync(_brain, BrainNeed.Reply, null, CancellationToken.None);

    private Task ListedAsync(string state) => Soon.UntilAsync(() => Assert.Single(_run.Live()).State == state);

    private Task TickUntilAsync(Func<bool> isSo) => Soon.UntilAsync(isSo, () => _clock.Advance(TimeSpan.FromSeconds(1)));

    [Fact]
    public async Task Listed_State_FollowsTheBrain()
    {
        await ListedAsync("asleep");
        (await TakeAsync()).Dispose();
        await ListedAsync("awake");
        Assert.Equal("b", _run.Live()[0].Brain);
        await _life.SleepAsync();
        await ListedAsync("asleep");
        Assert.Null(_run.Live()[0].Brain);
        await _stay.DisposeAsync();
        Assert.Empty(_run.Live());
    }

    [Fact]
    public async Task SleepRequest_WhileAReplyIsSpoken_WaitsForItsEnd()
    {
        var lease = await TakeAsync();
        _run.AskToSleep(_run.Live()[0]);

        await TickUntilAsync(() => _life.State == BrainState.Draining);
        lease.Dispose();
        await Soon.UntilAsync(() => _life.State == BrainState.Asleep);
    }

    [Fact]
    public async Task SleepRequest_ForABrainAsleep_DoesNotWaitForTheNextWaking()
    {
        _run.AskToSleep(_run.Live()[0]);
        await TickUntilAsync(() => Directory.GetFiles(_temp.Home.Run, "*.sleep").Length == 0);

        (await TakeAsync()).Dispose();
        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(BrainState.Awake, _life.State);
    }

    [Fact]
    public async Task WakeRequest_OfAnotherProcess_IsHeededOnce()
    {
        _run.AskToWake(_run.Live()[0]);

        await TickUntilAsync(() => _wakes > 0);
        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(1, _wakes);
        Assert.Empty(Directory.GetFiles(_temp.Home.Run, "*.wake"));
    }
}
