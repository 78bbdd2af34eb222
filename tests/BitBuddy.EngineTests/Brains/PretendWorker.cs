using System.IO.Pipelines;
using BitBuddy.Llama;
using BitBuddy.Llama.Worker;

namespace BitBuddy.EngineTests.Brains;

/// <summary>What a worker does with its next request.</summary>
internal enum Manner
{
    Answers,
    AnswersLate,

    /// <summary>As late, but it says every second that it gets on.</summary>
    WorksLong,
    Refuses,
    Crashes,
    TalksGarbage,
    Hangs,

    /// <summary>Does not even end when its input does.</summary>
    IsStuck,
}

/// <summary>The process at the other end of the worker's protocol, without an engine: real frames over pipes, and whatever can go wrong.</summary>
internal sealed class PretendWorker : IWorkerProcess
{
    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(1);

    private readonly Pipe _requests = new();
    private readonly Pipe _answers = new();
    private readonly CancellationTokenSource _dead = new();
    private readonly TaskCompletionSource<string> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<Manner> _manner;
    private readonly Func<TimeSpan> _delay;
    private readonly TimeProvider _clock;
    private readonly Action _ended;
    private CancellationTokenSource? _current;
    private long _marks;
    private volatile bool _isStuck;
    private int _killed;

    public PretendWorker(Func<Manner> manner, Func<TimeSpan> delay, TimeProvider clock, Action ended)
    {
        (_manner, _delay, _clock, _ended) = (manner, delay, clock, ended);
        Input = new InputStream(_requests.Writer);
        Output = _answers.Reader.AsStream();
        _ = Task.Run(ServeAsync);
    }

    public int Id => 1;
    public Stream Input { get; }
    public Stream Output { get; }
    public Task<string> Exited => _exited.Task;

    public void Kill(string why)
    {
        if (Interlocked.Exchange(ref _killed, 1) != 0)
            return;
        _ended();
        _exited.SetResult(why);
        _dead.Cancel();
        _answers.Writer.Complete();
        _requests.Reader.CancelPendingRead();
    }

    /// <summary>Whatever it is doing, it does nothing more.</summary>
    public void Freeze() => _isStuck = true;

    public async Task<string> EndAsync()
    {
        try
        {
            return await Exited.WaitAsync(EndDeadline, _clock);
        }
        catch (TimeoutException)
        {
            Kill("It was killed.");
            return await Exited;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Input.DisposeAsync();
        await EndAsync();
    }

    private async Task ServeAsync()
    {
        var codec = new FrameCodec();
        var input = _requests.Reader.AsStream();
        var buffer = new byte[4096];
        try
        {
            for (int read; (read = await input.ReadAsync(buffer, _dead.Token)) > 0;)
            {
                foreach (var request in codec.Add(buffer.AsSpan(0, read)).Select(WorkerMessages.FromFrame))
                {
                    if (request is CancelRequest)
                        _current?.Cancel();
                    else
                        _ = AnswerAsync(request, (_current = new CancellationTokenSource()).Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It was killed.
        }

        if (!_isStuck)
            Kill("The engine stopped (exit code 0).");
    }

    private async Task AnswerAsync(IWorkerMessage request, CancellationToken cancelled)
    {
        switch (_manner())
        {
            case Manner.AnswersLate:
                await PassAsync(_delay(), cancelled);
                await SayAsync(EndOf(request, cancelled));
                break;
            case Manner.WorksLong:
                for (var left = _delay(); left > TimeSpan.Zero && !cancelled.IsCancellationRequested; left -= TimeSpan.FromSeconds(1))
                {
                    await PassAsync(TimeSpan.FromSeconds(1), cancelled);
                    await SayAsync(new MarkAnswer(request.Id, Interlocked.Increment(ref _marks)));
                }

                await SayAsync(EndOf(request, cancelled));
                break;
            case Manner.Refuses:
                await SayAsync(new FailedAnswer(request.Id, FailureKind.Refused, "This brain is odd; choose another."));
                break;
            case Manner.Crashes:
                Kill("The engine crashed (SIGSEGV).");
                break;
            case Manner.TalksGarbage:
                await WriteAsync([.. "one two three four"u8]);
                break;
            case Manner.Hangs:
                break;
            case Manner.IsStuck:
                _isStuck = true;
                break;
            default:
                await SayAsync(AnswerTo(request));
                break;
        }
    }

    private Task PassAsync(TimeSpan time, CancellationToken cancelled) =>
        Task.Delay(time, _clock, cancelled).ContinueWith(_ => { }, TaskScheduler.Default);

    private static IWorkerMessage EndOf(IWorkerMessage request, CancellationToken cancelled) =>
        cancelled.IsCancellationRequested ? new FailedAnswer(request.Id, FailureKind.Cancelled, "Cancelled.") : AnswerTo(request);

    private static IWorkerMessage AnswerTo(IWorkerMessage request) => request switch
    {
        LoadRequest => new LoadedAnswer(request.Id, new ModelInfo("pretend", 1, 1, "plain", 512, 512, "0", null)),
        CountRequest => new CountedAnswer(request.Id, new PromptCount(1, [1])),
        PrepareRequest => new PreparedAnswer(request.Id, new PreparedHead(1, 1)),
        SaveRequest => new SavedAnswer(request.Id),
        _ => new DoneAnswer(request.Id, "Hello.", new ReplyEnd(false, 1, 0, 0, 1, 0, 0, 0)),
    };

    private Task SayAsync(IWorkerMessage answer) => WriteAsync(WorkerMessages.ToFrame(answer));

    private async Task WriteAsync(byte[] bytes)
    {
        try
        {
            if (!_isStuck)
                await _answers.Writer.WriteAsync(bytes);
        }
        catch (InvalidOperationException)
        {
            // It was killed.
        }
    }

    /// <summary>A pipe's end that fails as a system's does once it is closed.</summary>
    private sealed class InputStream(PipeWriter writer) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            try
            {
                await writer.WriteAsync(buffer, cancellationToken);
            }
            catch (InvalidOperationException closed)
            {
                throw new ObjectDisposedException("The pipe is closed.", closed);
            }
        }

        public override async ValueTask DisposeAsync()
        {
            await writer.CompleteAsync();
            await base.DisposeAsync();
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
