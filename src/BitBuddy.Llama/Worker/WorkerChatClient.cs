using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace BitBuddy.Llama.Worker;

/// <summary>A chat with a model in a child process; loads no engine library itself. Options as <see cref="LlamaChatClient"/>.</summary>
public sealed class WorkerChatClient : IChatClient, IAsyncDisposable
{
    private readonly IWorkerProcess _process;
    private readonly WorkerCalls _calls;
    private readonly WorkerSettings _settings;
    private readonly string _name;
    private int _disposed;
    private readonly RewindableReplies _replies = new();

    private WorkerChatClient(IWorkerProcess process, WorkerSettings settings)
    {
        _process = process;
        _settings = settings;
        _calls = new WorkerCalls(process, settings);
        _name = Path.GetFileNameWithoutExtension(settings.ModelPath);
    }

    /// <summary>What was loaded.</summary>
    public ModelInfo Info { get; private set; } = null!;

    /// <summary>The worker's id; another process may have it once the worker has ended.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Completes when the worker has ended, however it did.</summary>
    public Task Exited => _process.Exited;

    /// <summary>How the worker ended, in a sentence; null while it lives.</summary>
    public string? Diagnosis => _process.Exited.IsCompletedSuccessfully ? _process.Exited.Result : null;

    /// <summary>Starts a worker and loads its model.</summary>
    /// <exception cref="LlamaException">It cannot be started, or refuses the model.</exception>
    /// <exception cref="WorkerDiedException">It ended while loading, or made no progress for too long.</exception>
    public static Task<WorkerChatClient> StartAsync(WorkerSettings settings, CancellationToken cancellationToken = default) =>
        StartAsync(settings, WorkerProcess.Start, cancellationToken);

    /// <param name="start">What stands in for the process in tests of the protocol.</param>
    internal static async Task<WorkerChatClient> StartAsync(
        WorkerSettings settings, Func<WorkerSettings, IWorkerProcess> start, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Llama.Validate();
        var client = new WorkerChatClient(start(settings), settings);
        try
        {
            var path = Path.GetFullPath(settings.ModelPath);
            var answers = client._calls.CallAsync(id => new LoadRequest(id, path, settings.Llama, settings.States), cancellationToken);
            await foreach (var answer in answers.ConfigureAwait(false))
            {
                if (answer is LoadedAnswer loaded)
                    client.Info = loaded.Info;
            }

            return client;
        }
        catch
        {
            await client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Counts a prompt with the model's own tokenizer.</summary>
    /// <exception cref="NotSupportedException">The messages hold something that is not text.</exception>
    /// <exception cref="LlamaException">The worker refused or ended.</exception>
    public async Task<PromptCount> CountAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken = default)
    {
        var prompt = PromptMessage.From(messages);
        var count = default(PromptCount);
        var answers = _calls.CallAsync(id => new CountRequest(id, prompt), cancellationToken);
        await foreach (var answer in answers.ConfigureAwait(false))
            count = (answer as CountedAnswer)?.Count;
        return count ?? throw new LlamaException("The engine's messages are garbled.");
    }

    /// <inheritdoc cref="LlamaChatClient.PrepareAsync(IEnumerable{ChatMessage}, CancellationToken)"/>
    /// <exception cref="LlamaException">The worker refused or ended.</exception>
    public async Task<PreparedHead> PrepareAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken = default)
    {
        var prompt = PromptMessage.From(messages);
        var head = default(PreparedHead);
        var answers = _calls.CallAsync(id => new PrepareRequest(id, prompt), cancellationToken);
        await foreach (var answer in answers.ConfigureAwait(false))
            head = (answer as PreparedAnswer)?.Head;
        return head ?? throw new LlamaException("The engine's messages are garbled.");
    }

    /// <inheritdoc cref="LlamaChatClient.Rewind"/>
    public void Rewind(int position, IReadOnlyList<int> closed) => _replies.Rewind(position, closed);

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        ChatUpdates.FromAsync(
            StreamAsync(PromptMessage.From(messages, options), ReplyOptions.From(options), cancellationToken), _name, _settings.Time, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => ChatUpdates.Service(this, _name, serviceType, serviceKey);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>
    /// Ends the worker: it is killed where it has not ended by itself after <see cref="WorkerSettings.EndDeadline"/>. One that keeps
    /// states and answers no request writes them first; it is killed where that takes longer than
    /// <see cref="WorkerSettings.SaveDeadline"/>.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0 && _settings.States is not null && Info is not null && _calls.AreIdle && !Exited.IsCompleted)
        {
            try
            {
                await SaveAsync().WaitAsync(_settings.SaveDeadline, _settings.Time).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                _process.Kill(WorkerDiagnosis.Hung);
            }
        }

        await _calls.DisposeAsync().ConfigureAwait(false);
    }

    private async Task SaveAsync()
    {
        try
        {
            await foreach (var _ in _calls.CallAsync(id => new SaveRequest(id), CancellationToken.None).ConfigureAwait(false)) { }
        }
        catch (Exception unsaved) when (unsaved is LlamaException or OperationCanceledException)
        {
            // Then it is computed again.
        }
    }

    private IAsyncEnumerable<ReplyStep> StreamAsync(IReadOnlyList<PromptMessage> messages, ReplyOptions options, CancellationToken cancellationToken) =>
        _replies.StreamAsync(
            StepsAsync(id => new ChatRequest(id, messages, options), cancellationToken),
            (position, closed) => StepsAsync(id => new ResumeRequest(id, position, closed), cancellationToken),
            cancellationToken);

    private async IAsyncEnumerable<ReplyStep> StepsAsync(Func<int, IWorkerMessage> request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var answer in _calls.CallAsync(request, cancellationToken).ConfigureAwait(false))
        {
            if (answer is TextAnswer text)
                yield return new ReplyStep(text.Text, text.Position, text.Token);
            else if (answer is DoneAnswer done)
                yield return new ReplyStep(done.Text, done.End.Output, null, done.End);
        }
    }
}
