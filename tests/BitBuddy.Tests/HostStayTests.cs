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
    private KnownBrain? _brain;

    public HostStayTests()
    {
        _run = new RunFolder(_temp.Home);
        var store = new BrainStore(_temp.Home, _clock, new Notes());
        _life = new BrainLife(store, (_, _, _) => Task.FromResult(new LoadedBrain(new ScriptedChatClient("Hi. "), null)), () => new BrainSettings(), _clock);
        _stay = new HostStay(_run, _life, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _stay.DisposeAsync();
        await _life.DisposeAsync();
        _temp.Dispose();
    }

    private async Task WakeAsync()
    {
        _brain ??= await new BrainStore(_temp.Home, _clock, new Notes()).ImportAsync(_temp.Write("b.gguf", TinyGguf.Whole().Bytes()), copy: false);
        await _life.WakeAsync(_brain, CancellationToken.None);
    }

    // The loop runs on its own thread: the clock ticks until it was heard.
    private async Task<bool> SleepsWithinAsync(int seconds)
    {
        var asleep = new TaskCompletionSource();
        void Note()
        {
            if (_life.State == BrainState.Asleep)
                asleep.TrySetResult();
        }

        _life.Changed += Note;
        Note();
        for (var second = 0; second < seconds && !asleep.Task.IsCompleted; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(asleep.Task, Task.Delay(TimeSpan.FromMilliseconds(20)));
        }

        _life.Changed -= Note;
        return asleep.Task.IsCompleted;
    }

    [Fact]
    public async Task Listed_State_FollowsTheBrain()
    {
        Assert.Equal("asleep", Assert.Single(_run.Live()).State);
        await WakeAsync();
        Assert.Equal(("b", "awake"), (_run.Live()[0].Brain, _run.Live()[0].State));
        await _life.SleepAsync();
        Assert.Equal("asleep", _run.Live()[0].State);
        await _stay.DisposeAsync();
        Assert.Empty(_run.Live());
    }

    [Fact]
    public async Task Request_BrainAwake_SleepsWithinASecondOrTwo()
    {
        await WakeAsync();
        _run.AskToSleep(_run.Live()[0]);

        Assert.True(await SleepsWithinAsync(50));
    }

    [Fact]
    public async Task Request_WhileAReplyIsSpoken_WaitsForItsEnd()
    {
        await WakeAsync();
        var speech = _life.Speak();
        _run.AskToSleep(_run.Live()[0]);

        Assert.False(await SleepsWithinAsync(10));
        speech.Dispose();
        Assert.True(await SleepsWithinAsync(50));
    }

    [Fact]
    public async Task Idle_FiveMinutes_Sleeps()
    {
        await WakeAsync();
        _life.Speak().Dispose();
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.False(await SleepsWithinAsync(5));

        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await SleepsWithinAsync(50));
    }
}
