using BitBuddy.Llama.Worker;
using Microsoft.Extensions.AI;

namespace BitBuddy.App.Bench;

/// <summary>When a worker's first token came.</summary>
/// <param name="Ms">Milliseconds since the given moment, seen from this side of the pipes.</param>
/// <param name="PromptMs">How long the worker computed the prompt.</param>
/// <param name="Cached">Tokens of the prompt that it did not have to compute.</param>
/// <param name="RestoreMs">How long it took to restore some of these; null where none were restored.</param>
internal sealed record FirstToken(double Ms, double PromptMs, int Cached, double? RestoreMs)
{
    public static async Task<FirstToken> OfAsync(
        WorkerChatClient worker, ChatMessage[] prompt, TimeProvider clock, long since, CancellationToken cancellationToken)
    {
        var response = await worker.GetResponseAsync(prompt, new ChatOptions { MaxOutputTokens = 1 }, cancellationToken);
        var ms = clock.GetElapsedTime(since).TotalMilliseconds;
        var usage = response.Usage!;
        var counts = usage.AdditionalCounts!;
        return new FirstToken(
            ms, counts["prompt_us"] / 1000.0, (int)usage.CachedInputTokenCount!.Value, counts["restored"] > 0 ? counts["restore_us"] / 1000.0 : null);
    }
}
