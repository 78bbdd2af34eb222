using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace BitBuddy.Llama;

/// <summary>
/// A chat with one model in this process. Callers wait for each other in turn. Options it honours: temperature, top_p, top_k,
/// seed, stop sequences, the two penalties, instructions, max_output_tokens (80), and <c>min_p</c> and <c>repeat_penalty</c>
/// as additional properties.
/// </summary>
public sealed class LlamaChatClient : IChatClient
{
    private readonly LlamaSession _session;
    private readonly string _name;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private LlamaChatClient(LlamaSession session, string name, TimeProvider time)
    {
        _session = session;
        _name = name;
        _time = time;
    }

    public ModelInfo Info => _session.Info;

    /// <summary>Loads a model; takes as long as its file needs.</summary>
    /// <param name="path">A GGUF file; <see cref="LlamaEngine.Start"/> must have run.</param>
    /// <param name="settings">Null: the defaults.</param>
    /// <param name="progress">Called on this thread with 0 to 1; false stops the loading.</param>
    /// <param name="time">Null: the system's.</param>
    /// <exception cref="LlamaException">The file is missing or not a model, or there is no room for it.</exception>
    public static LlamaChatClient Load(string path, LlamaSettings? settings = null, Func<float, bool>? progress = null, TimeProvider? time = null)
    {
        settings ??= new LlamaSettings();
        time ??= TimeProvider.System;
        var model = LlamaModel.Load(path, settings, progress);
        try
        {
            return new LlamaChatClient(new LlamaSession(model, settings, time), Path.GetFileNameWithoutExtension(path), time);
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

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        ChatUpdates.FromAsync(
            ReplyAsync(PromptMessage.From(messages, options), ReplyOptions.From(options), cancellationToken), _name, _time, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => ChatUpdates.Service(this, _name, serviceType, serviceKey);

    public void Dispose()
    {
        _session.Dispose();
        _turn.Dispose();
    }

    internal async Task<PromptCount> CountAsync(IReadOnlyList<PromptMessage> messages, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _session.Count(messages);
        }
        finally
        {
            _turn.Release();
        }
    }

    internal async IAsyncEnumerable<ReplyStep> ReplyAsync(
        IReadOnlyList<PromptMessage> messages, ReplyOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using var steps = _session.Reply(messages, options, cancellationToken).GetEnumerator();
            while (await Task.Run(steps.MoveNext, CancellationToken.None).ConfigureAwait(false))
                yield return steps.Current;
        }
        finally
        {
            _turn.Release();
        }
    }
}
