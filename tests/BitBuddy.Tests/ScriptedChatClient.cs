using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace BitBuddy.Tests;

/// <summary>An engine that says what it is told, piece by piece, and fails where it is told to. Not for what the real engine can show.</summary>
internal sealed class ScriptedChatClient(params object[] script) : IChatClient
{
    public List<IReadOnlyList<ChatMessage>> Prompts { get; } = [];
    public List<ChatOptions?> Options { get; } = [];
    public bool Disposed { get; private set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Prompts.Add([.. messages]);
        Options.Add(options);
        foreach (var step in script)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            if (step is Exception failure)
                throw failure;
            if (step is Action act)
                act();
            else
                yield return step as ChatResponseUpdate ?? new ChatResponseUpdate(ChatRole.Assistant, (string)step);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() => Disposed = true;
}
