using Microsoft.Extensions.AI;

namespace BitBuddy.Brains;

/// <summary>An awake brain as the buddy sees it; built by the delegate that the program passes in.</summary>
/// <param name="Client">The engine; it ends, and gives its memory back, with this.</param>
/// <param name="Count">Counts prompt tokens with the brain's own tokenizer; null: a token is taken as 3 UTF-8 bytes.</param>
/// <param name="Rewind">Goes back within a reply; null where the engine cannot.</param>
public sealed record LoadedBrain(IChatClient Client, TokenCounter? Count, IRewind? Rewind = null) : IAsyncDisposable
{
    /// <summary>Computes a prompt's beginning ahead of its question; null where the engine cannot.</summary>
    public PromptPreparer? Prepare { get; init; }

    /// <summary>The engine's own process; null where it has none.</summary>
    public int? ProcessId { get; init; }

    /// <summary>Completes with a diagnosis when the engine ends, however it does; null where that cannot be told.</summary>
    public Task<string>? Exited { get; init; }

    public async ValueTask DisposeAsync()
    {
        if (Client is IAsyncDisposable ending)
            await ending.DisposeAsync();
        else
            Client.Dispose();
    }
}
