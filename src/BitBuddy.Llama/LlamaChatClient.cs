using System.Runtime.CompilerServices;
using BitBuddy.Llama.States;
using Microsoft.Extensions.AI;

namespace BitBuddy.Llama;

/// <summary>
/// A chat with one model in this process. Callers wait for each other in turn. Options it honours: temperature, top_p, top_k,
/// seed, stop sequences, the two penalties, instructions, max_output_tokens (80), and <c>min_p</c>, <c>repeat_penalty</c> and
/// <c>closed_tokens</c> (a list of <see cref="int"/> that may come nowhere in the reply) as additional properties. Messages of the role "frame" are
/// frames of the prompt's own, in place of the model's template.
/// </summary>
public sealed class LlamaChatClient : IChatClient
{
    private readonly LlamaSession _session;
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly RewindableReplies _replies = new();
    private volatile bool _disposed;

    private LlamaChatClient(LlamaSession session, string name, TimeProvider time)
    {
        _session = session;
        _name = name;
        _time = time;
    }

    /// <summary>What was loaded.</summary>
    public ModelInfo Info => _session.Info;

    /// <summary>Loads a model; takes as long as its file needs.</summary>
    /// <param name="path">A GGUF file; <see cref="LlamaEngine.Start"/> must have run.</param>
    /// <param name="settings">Null: the defaults.</param>
    /// <param name="progress">Called on this thread with 0 to 1; false stops the loading.</param>
    /// <param name="time">Null: the system's.</param>
    /// <param name="states">Where heads are kept between processes; null: nowhere.</param>
    /// <exception cref="LlamaException">The file is missing or not a model, or there is no room for it.</exception>
    public static LlamaChatClient Load(
        string path, LlamaSettings? settings = null, Func<float, bool>? progress = null, TimeProvider? time = null, StateSettings? states = null)
    {
        settings ??= new LlamaSettings();
        time ??= TimeProvider.System;
        var model = LlamaModel.Load(path, settings, progress);
        try
        {
            return new LlamaChatClient(new LlamaSession(model, settings, states, time), Path.GetFileNameWithoutExtension(path), time);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <exception cref="NotSupportedException">The messages hold something that is not text.</exception>
    public async Task<PromptCount> CountAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken = default) =>
        await CountAsync(PromptMessage.From(messages), cancellationToken).ConfigureAwait(false);

    /// <summary>Computes the beginning of a coming prompt ahead of its question. Cancelled, it keeps what it has.</summary>
    /// <param name="messages">The system message alone, or all of the talk with the question as far as it is written.</param>
    /// <param name="cancellationToken">To be cancelled when the question comes.</param>
    /// <exception cref="NotSupportedException">The messages hold something that is not text.</exception>
    public Task<PreparedHead> PrepareAsync(IEnumerable<ChatMessage> messages, CancellationToken cancellationToken = default) =>
        PrepareAsync(PromptMessage.From(messages), cancellationToken);

    /// <summary>Completes when the states of all heads computed until now are on disk.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken = default)
    {
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _session.SaveAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Goes back in the reply that is being streamed: the next update goes on from a position, as if the tokens behind it had never been
    /// said. Called between two updates, the last one included; <see cref="ReplyPlace"/> tells each update's place. A fixed seed's random
    /// numbers begin anew at the position, so the way there and on is repeatable, but not that of a reply without it.
    /// </summary>
    /// <param name="position">Number of tokens that stay.</param>
    /// <param name="closed">Tokens that may not come next there; those of earlier calls at the same position stay closed.</param>
    /// <exception cref="InvalidOperationException">No reply is streamed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The reply has no such position.</exception>
    public void Rewind(int position, IReadOnlyList<int> closed) => _replies.Rewind(position, closed);

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        ChatUpdates.FromAsync(StreamAsync(PromptMessage.From(messages, options), ReplyOptions.From(options), cancellationToken), _name, _time, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => ChatUpdates.Service(this, _name, serviceType, serviceKey);

    /// <summary>Frees model and context; what is being computed ends at its next token, and then they are freed.</summary>
    public void Dispose()
    {
        _disposed = true;
        _ = FreeAsync();
    }

    internal async Task<PromptCount> CountAsync(IReadOnlyList<PromptMessage> messages, CancellationToken cancellationToken)
    {
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _session.Count(messages);
        }
        finally
        {
            _turn.Release();
        }
    }

    internal async Task<PreparedHead> PrepareAsync(IReadOnlyList<PromptMessage> messages, CancellationToken cancellationToken)
    {
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => _session.Prepare(messages, cancellationToken), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    internal IAsyncEnumerable<ReplyStep> ReplyAsync(IReadOnlyList<PromptMessage> messages, ReplyOptions options, CancellationToken cancellationToken) =>
        StepsAsync(() => _session.Reply(messages, options, cancellationToken), cancellationToken);

    internal IAsyncEnumerable<ReplyStep> ResumeAsync(int position, IReadOnlyList<int> closed, CancellationToken cancellationToken) =>
        StepsAsync(() => _session.Resume(position, closed, cancellationToken), cancellationToken);

    private IAsyncEnumerable<ReplyStep> StreamAsync(IReadOnlyList<PromptMessage> messages, ReplyOptions options, CancellationToken cancellationToken) =>
        _replies.StreamAsync(
            ReplyAsync(messages, options, cancellationToken), (position, closed) => ResumeAsync(position, closed, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<ReplyStep> StepsAsync(
        Func<IEnumerable<ReplyStep>> reply, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var steps = reply().GetEnumerator();
            while (await Task.Run(steps.MoveNext, CancellationToken.None).ConfigureAwait(false))
            {
                yield return steps.Current;
                ObjectDisposedException.ThrowIf(_disposed, this);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!_disposed)
            return;
        _turn.Release();
        throw new ObjectDisposedException(nameof(LlamaChatClient));
    }

    // The engine's memory may not go while something computes in it. At once where nothing does.
    private async Task FreeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        _session.Dispose();
        _turn.Release();
    }
}
