using System.IO.Pipes;
using BitBuddy.EngineTests.App;
using BitBuddy.Llama;
using BitBuddy.Llama.Worker;
using Microsoft.Extensions.Time.Testing;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.Worker;

/// <summary>The protocol's patience, on a clock that is moved by hand.</summary>
public sealed class WorkerCallsTests : IAsyncDisposable
{
    private static readonly TimeSpan AlmostTooLong = TimeSpan.FromSeconds(29);
    private readonly TimerCount _time = new();
    private readonly SilentProcess _process = new();
    private readonly WorkerCalls _calls;

    public WorkerCallsTests() => _calls = new WorkerCalls(_process, new WorkerSettings { Executable = "", ModelPath = "", Time = _time });

    public ValueTask DisposeAsync() => _calls.DisposeAsync();

    [Fact]
    public async Task CallAsync_WorkThatTakesMinutesAndGetsOn_IsNeverEnded()
    {
        var answers = CountAsync();
        for (var count = 1; count <= 5; count++)
        {
            _process.Say(new MarkAnswer(1, count));
            await Machine.UntilAsync(() => _time.Changes == count, "the mark is taken");
            _time.Advance(AlmostTooLong);
        }

        _process.Say(new CountedAnswer(1, new PromptCount(7, [7])));

        Assert.IsType<CountedAnswer>(Assert.Single(await answers));
        Assert.Null(_process.Killed);
    }

    [Fact]
    public async Task CallAsync_MarksThatStandStill_AreAHang()
    {
        var answers = CountAsync();
        _process.Say(new MarkAnswer(1, 5));
        await Machine.UntilAsync(() => _time.Changes == 1, "the mark is taken");
        _time.Advance(AlmostTooLong);
        Assert.Null(_process.Killed);
        _process.Say(new MarkAnswer(1, 5));

        _time.Advance(TimeSpan.FromSeconds(2));

        var died = await Assert.ThrowsAsync<WorkerDiedException>(() => answers);
        Assert.Equal("The engine stopped answering and was ended; ask again.", died.Message);
        Assert.Equal(died.Message, _process.Killed);
    }

    [Fact]
    public async Task CallAsync_NoMarkAtAll_IsAHang()
    {
        var answers = CountAsync();

        _time.Advance(AlmostTooLong);
        Assert.Null(_process.Killed);
        _time.Advance(TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<WorkerDiedException>(() => answers);
    }

    [Fact]
    public async Task CallAsync_CancelledWorkerThatGoesOn_IsEndedThoughItsMarksChange()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Now);
        var answers = CountAsync(cancel.Token);
        await cancel.CancelAsync();
        await Machine.UntilAsync(() => _process.Heard == 2, "the cancel is sent");
        _process.Say(new MarkAnswer(1, 1));
        await Machine.UntilAsync(() => _time.Changes == 1, "the mark is taken");

        _time.Advance(TimeSpan.FromSeconds(3));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answers);
        Assert.NotNull(_process.Killed);
    }

    [Fact]
    public async Task CallAsync_WhoHeardTheLastAnswerGoesOnForLong_TheNextCallIsAnswered()
    {
        using var over = new ManualResetEventSlim();
        var busy = Task.Run(
            async () =>
            {
                await CountAsync().ConfigureAwait(false);
                over.Wait(Now);
            },
            Now);
        await Machine.UntilAsync(() => _process.Heard == 1, "the first call is made");
        _process.Say(new CountedAnswer(1, new PromptCount(1, [1])));
        var next = CountAsync();
        await Machine.UntilAsync(() => _process.Heard == 2, "the second call is made");
        _process.Say(new CountedAnswer(2, new PromptCount(2, [2])));

        Assert.Single(await next.WaitAsync(TimeSpan.FromSeconds(30), Now));
        over.Set();
        await busy;
    }

    private async Task<List<IWorkerMessage>> CountAsync(CancellationToken cancellationToken = default)
    {
        var answers = new List<IWorkerMessage>();
        await foreach (var answer in _calls.CallAsync(id => new CountRequest(id, []), cancellationToken).ConfigureAwait(false))
            answers.Add(answer);
        return answers;
    }

    /// <summary>Says what the test has it say, and ends when it is killed.</summary>
    private sealed class SilentProcess : IWorkerProcess
    {
        private readonly AnonymousPipeServerStream _mouth = new(PipeDirection.Out);
        private readonly AnonymousPipeServerStream _ear = new(PipeDirection.In);
        private readonly TaskCompletionSource<string> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _heard;

        public SilentProcess()
        {
            Output = new AnonymousPipeClientStream(PipeDirection.In, _mouth.ClientSafePipeHandle);
            Input = new AnonymousPipeClientStream(PipeDirection.Out, _ear.ClientSafePipeHandle);
            new Thread(Listen) { IsBackground = true }.Start();
        }

        public int Id => 0;

        public Stream Input { get; }

        public Stream Output { get; }

        public Task<string> Exited => _exited.Task;

        /// <summary>Why it was killed; null while it lives.</summary>
        public string? Killed { get; private set; }

        /// <summary>Frames it was sent.</summary>
        public int Heard => Volatile.Read(ref _heard);

        public void Say(IWorkerMessage message) => _mouth.Write(WorkerMessages.ToFrame(message));

        public void Kill(string why)
        {
            Killed ??= why;
            _mouth.Dispose();
            _exited.TrySetResult(Killed);
        }

        public Task<string> EndAsync() => Exited;

        public async ValueTask DisposeAsync()
        {
            Kill("over");
            await Input.DisposeAsync();
            await Output.DisposeAsync();
        }

        private void Listen()
        {
            var codec = new FrameCodec();
            var buffer = new byte[1024];
            for (int read; (read = _ear.Read(buffer)) > 0;)
                Interlocked.Add(ref _heard, codec.Add(buffer.AsSpan(0, read)).Count);
        }
    }

    /// <summary>Counts how often a deadline was put off.</summary>
    private sealed class TimerCount : FakeTimeProvider
    {
        private int _changes;

        public int Changes => Volatile.Read(ref _changes);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new Counted(this, base.CreateTimer(callback, state, dueTime, period));

        private sealed class Counted(TimerCount owner, ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                var changed = timer.Change(dueTime, period);
                Interlocked.Increment(ref owner._changes);
                return changed;
            }

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
