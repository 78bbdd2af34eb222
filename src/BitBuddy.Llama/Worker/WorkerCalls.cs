using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BitBuddy.Llama.Worker;

/// <summary>Requests to a worker and their answers: one request at a time; a worker that makes no progress is ended.</summary>
internal sealed class WorkerCalls : IAsyncDisposable
{
    private readonly IWorkerProcess _process;
    private readonly WorkerSettings _settings;
    private readonly ConcurrentDictionary<int, Channel<IWorkerMessage>> _waiting = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private int _lastId;
    private long _mark = -1;
    private bool _over;

    public WorkerCalls(IWorkerProcess process, WorkerSettings settings)
    {
        _process = process;
        _settings = settings;
        // Woken once for each token; the pool would wake several, and each takes a processor from the engine.
        new Thread(Read) { IsBackground = true, Name = "answers" }.Start();
    }

    /// <summary>Whether no request is being answered.</summary>
    public bool AreIdle => _turn.CurrentCount > 0;

    /// <summary>The answers to one request, the last one ending it.</summary>
    /// <param name="request">Made for the id it gets.</param>
    /// <param name="cancellationToken">Stops the request in the worker, which stays usable.</param>
    /// <exception cref="WorkerDiedException">The worker ended before the last answer.</exception>
    /// <exception cref="LlamaException">The worker refused.</exception>
    public async IAsyncEnumerable<IWorkerMessage> CallAsync(
        Func<int, IWorkerMessage> request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        var id = ++_lastId;
        var answers = Channel.CreateUnbounded<IWorkerMessage>(new() { AllowSynchronousContinuations = true });
        var ended = true;
        try
        {
            var message = request(id);
            var frame = WorkerMessages.ToFrame(message);
            _waiting[id] = answers;
            if (Volatile.Read(ref _over))
                throw new WorkerDiedException(await _process.EndAsync().ConfigureAwait(false));
            await SendAsync(frame, _settings.HangDeadline).ConfigureAwait(false);
            ended = false;
            while (!ended)
            {
                var answer = await NextAsync(answers.Reader, cancellationToken).ConfigureAwait(false);
                ended = IsLast(answer);
                if (ended)
                    await LeaveAsync();
                if (answer is FailedAnswer failed)
                    throw Failure(failed);
                yield return answer;
            }
        }
        finally
        {
            try
            {
                if (!ended)
                    await StopAsync(id, answers.Reader).ConfigureAwait(false);
            }
            finally
            {
                _waiting.TryRemove(id, out _);
                _turn.Release();
            }
        }
    }

    /// <summary>Reading ends with the process.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static bool IsLast(IWorkerMessage answer) => answer is LoadedAnswer or CountedAnswer or PreparedAnswer or SavedAnswer or ShrunkAnswer or DoneAnswer or FailedAnswer;

    private static Exception Failure(FailedAnswer failed) => failed.Kind switch
    {
        FailureKind.Cancelled => new OperationCanceledException("The reply was cancelled."),
        FailureKind.Refused => new LlamaException(failed.Sentence),
        _ => new LlamaException($"The engine made a mistake ({failed.Sentence}); ask again."),
    };

    /// <summary>The next answer that is no mark, however long it takes as long as the marks change.</summary>
    private async Task<IWorkerMessage> NextAsync(ChannelReader<IWorkerMessage> answers, CancellationToken cancellationToken)
    {
        using var hang = new CancellationTokenSource(_settings.HangDeadline, _settings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hang.Token, cancellationToken);
        try
        {
            while (true)
            {
                var answer = await answers.ReadAsync(either.Token).ConfigureAwait(false);
                if (answer is not MarkAnswer mark)
                    return answer;
                if (mark.Count != _mark)
                    hang.CancelAfter(_settings.HangDeadline);
                _mark = mark.Count;
            }
        }
        catch (ChannelClosedException)
        {
            throw new WorkerDiedException(await _process.EndAsync().ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw await HungAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Cancels a request and waits until the worker has let go of it.</summary>
    private async Task StopAsync(int id, ChannelReader<IWorkerMessage> answers)
    {
        using var late = new CancellationTokenSource(_settings.CancelDeadline, _settings.Time);
        try
        {
            await SendAsync(WorkerMessages.ToFrame(new CancelRequest(id)), _settings.CancelDeadline).ConfigureAwait(false);
            while (!IsLast(await NextAsync(answers, late.Token).ConfigureAwait(false))) { }
        }
        catch (OperationCanceledException)
        {
            await HungAsync().ConfigureAwait(false);
        }
        catch (WorkerDiedException)
        {
            // Then it has let go.
        }

        await LeaveAsync();
    }

    /// <summary>Each token is told on the thread that hears it; what comes after a request may take long and goes on elsewhere.</summary>
    private static ConfiguredTaskAwaitable LeaveAsync() => Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

    private async Task<WorkerDiedException> HungAsync(Exception? inner = null)
    {
        _process.Kill(WorkerDiagnosis.Hung);
        return new WorkerDiedException(await _process.EndAsync().ConfigureAwait(false), inner);
    }

    private async Task SendAsync(byte[] frame, TimeSpan deadline)
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            // Writing to a pipe cannot be cancelled: what a stopped worker does not take is given up with the worker.
            await WriteAsync(frame).WaitAsync(deadline, _settings.Time).ConfigureAwait(false);
        }
        catch (TimeoutException late)
        {
            throw await HungAsync(late).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            throw new WorkerDiedException(await _process.EndAsync().ConfigureAwait(false), broken);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task WriteAsync(byte[] frame)
    {
        await _process.Input.WriteAsync(frame).ConfigureAwait(false);
        await _process.Input.FlushAsync().ConfigureAwait(false);
    }

    private void Read()
    {
        var codec = new FrameCodec();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = _process.Output.Read(buffer)) > 0;)
            {
                foreach (var frame in codec.Add(buffer.AsSpan(0, read)))
                {
                    var answer = WorkerMessages.FromFrame(frame);
                    if (_waiting.TryGetValue(answer.Id, out var answers))
                        answers.Writer.TryWrite(answer);
                }
            }
        }
        catch (Exception)
        {
            // Nothing it says can be trusted any more. Whatever else it is: a thread's exception would end the program.
            _process.Kill(WorkerDiagnosis.Garbled);
        }

        Volatile.Write(ref _over, true);
        foreach (var answers in _waiting.Values)
            answers.Writer.TryComplete();
    }
}
