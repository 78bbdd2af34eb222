using BitBuddy.Isolation;

namespace BitBuddy.Llama.Worker;

/// <summary>Answers the requests of a worker, one after the other.</summary>
internal sealed class WorkerDesk(Stream output) : IDisposable
{
    private const float ProgressStep = 0.05f;
    private readonly Lock _gate = new();
    private readonly HashSet<int> _cancelledEarly = [];
    private CancellationTokenSource? _current;
    private int _currentId;
    private LlamaChatClient? _client;

    /// <summary>Stops a request that is answered now or waits to be; from any thread.</summary>
    public void Cancel(int id)
    {
        lock (_gate)
        {
            if (_current is not null && _currentId == id)
                _current.Cancel();
            else if (id > _currentId)
                _cancelledEarly.Add(id);
        }
    }

    /// <summary>Whatever happens becomes the request's last answer.</summary>
    public async Task AnswerAsync(IWorkerMessage request)
    {
        using var cancel = new CancellationTokenSource();
        Begin(request.Id, cancel);
        try
        {
            await (request switch
            {
                LoadRequest load => LoadAsync(load, cancel.Token),
                CountRequest count => CountAsync(count, cancel.Token),
                ChatRequest chat => SpeakAsync(chat.Id, Client.ReplyAsync(chat.Messages, chat.Options.Validated(), cancel.Token)),
                ResumeRequest resume => SpeakAsync(resume.Id, Client.ResumeAsync(resume.Position, resume.Closed, cancel.Token)),
                PrepareRequest prepare => PrepareAsync(prepare, cancel.Token),
                ShrinkRequest shrink => ShrinkAsync(shrink),
                SaveRequest save => SaveAsync(save, cancel.Token),
                _ => throw new LlamaException("The engine got an answer where a request should be."),
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Send(new FailedAnswer(request.Id, FailureKind.Cancelled, "Cancelled."));
        }
        catch (Exception failed) when (failed is LlamaException or NotSupportedException)
        {
            Send(new FailedAnswer(request.Id, FailureKind.Refused, failed.Message));
        }
        catch (Exception bug)
        {
            Send(new FailedAnswer(request.Id, FailureKind.Broken, LlamaLog.Escape($"{bug.GetType().Name}: {bug.Message}")));
        }
        finally
        {
            lock (_gate)
                _current = null;
        }
    }

    public void Dispose() => _client?.Dispose();

    private void Begin(int id, CancellationTokenSource cancel)
    {
        lock (_gate)
        {
            _current = cancel;
            _currentId = id;
            if (_cancelledEarly.Remove(id))
                cancel.Cancel();
        }
    }

    private Task LoadAsync(LoadRequest request, CancellationToken cancellationToken)
    {
        if (_client is not null)
            throw new LlamaException("The engine has a brain already; start another process for another one.");
        LlamaEngine.Start(EngineFolder.Find());
        var told = 0f;
        _client = LlamaChatClient.Load(request.Path, request.Settings, states: request.States, progress: fraction =>
        {
            if (fraction - told >= ProgressStep)
                Send(new LoadingAnswer(request.Id, told = fraction));
            return !cancellationToken.IsCancellationRequested;
        });
        Send(new LoadedAnswer(request.Id, _client.Info));
        return Task.CompletedTask;
    }

    private Task ShrinkAsync(ShrinkRequest request)
    {
        LlamaEngine.Start(EngineFolder.Find());
        LlamaShrink.Run(request.From, request.To, request.Type, request.Threads, fraction => Send(new ShrinkingAnswer(request.Id, fraction)));
        Send(new ShrunkAnswer(request.Id));
        return Task.CompletedTask;
    }

    private async Task CountAsync(CountRequest request, CancellationToken cancellationToken) =>
        Send(new CountedAnswer(request.Id, await Client.CountAsync(request.Messages, cancellationToken).ConfigureAwait(false)));

    private async Task PrepareAsync(PrepareRequest request, CancellationToken cancellationToken) =>
        Send(new PreparedAnswer(request.Id, await Client.PrepareAsync(request.Messages, cancellationToken).ConfigureAwait(false)));

    private async Task SaveAsync(SaveRequest request, CancellationToken cancellationToken)
    {
        await Client.SaveAsync(cancellationToken).ConfigureAwait(false);
        Send(new SavedAnswer(request.Id));
    }

    private async Task SpeakAsync(int id, IAsyncEnumerable<ReplyStep> steps)
    {
        await foreach (var step in steps.ConfigureAwait(false))
        {
            if (step.End is { } end)
                Send(new DoneAnswer(id, step.Text, end));
            else if (step.Token is { } token)
                Send(new TextAnswer(id, step.Text, step.Position, token));
        }
    }

    private LlamaChatClient Client => _client ?? throw new LlamaException("The engine has no brain yet; load one first.");

    public void Send(IWorkerMessage answer)
    {
        // Progress and marks come from other threads.
        var frame = WorkerMessages.ToFrame(answer);
        lock (output)
        {
            try
            {
                output.Write(frame);
            }
            catch (IOException)
            {
                // Nobody reads the answers any more.
                ChildStreams.Exit(0);
            }
        }
    }
}
