using Microsoft.Extensions.AI;

namespace BitBuddy.Brains;

/// <summary>The times of one reply.</summary>
/// <param name="NewTokens">Prompt tokens that had to be computed.</param>
/// <param name="Reading">From the question until they were.</param>
/// <param name="FirstToken">From the question to the first token.</param>
/// <param name="LaterTokens">Tokens after the first.</param>
/// <param name="Speaking">From the first token to the last.</param>
internal sealed record TuneReply(long NewTokens, TimeSpan Reading, TimeSpan FirstToken, long LaterTokens, TimeSpan Speaking)
{
    /// <summary>Asks and listens to the end.</summary>
    public static async Task<TuneReply> HearAsync(
        IChatClient client, IReadOnlyList<ChatMessage> prompt, int most, TimeProvider clock, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var options = new ChatOptions { MaxOutputTokens = most, Temperature = 0 };
        var usage = (await client.GetResponseAsync(prompt, options, cancellationToken)).Usage;
        var whole = clock.GetElapsedTime(begun);
        var first = Time(usage, "first_token_us");
        return new TuneReply(
            (usage?.InputTokenCount ?? 0) - (usage?.CachedInputTokenCount ?? 0), Time(usage, "prompt_us"), first,
            Math.Max(0, (usage?.OutputTokenCount ?? 0) - 1), whole - first);
    }

    private static TimeSpan Time(UsageDetails? usage, string name) => usage?.AdditionalCounts?.TryGetValue(name, out var microseconds) == true
        ? TimeSpan.FromMicroseconds(microseconds)
        : throw new BuddyException("This engine does not tell its times, so it cannot be measured.");
}
