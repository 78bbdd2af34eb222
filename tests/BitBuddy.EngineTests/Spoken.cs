using BitBuddy.Llama;
using Microsoft.Extensions.AI;

namespace BitBuddy.EngineTests;

/// <summary>A reply in the very tokens it was sampled in.</summary>
internal sealed record Spoken(IReadOnlyList<int> Ids, string Text, UsageDetails Usage)
{
    public static ChatOptions Cold { get; } = new() { Temperature = 0, MaxOutputTokens = 24 };

    public long Cached => Usage.CachedInputTokenCount!.Value;

    public long Restored => Usage.AdditionalCounts!["restored"];

    public long Input => Usage.InputTokenCount!.Value;

    public static async Task<Spoken> SayAsync(IChatClient client, IEnumerable<ChatMessage> prompt, ChatOptions? options = null)
    {
        var updates = await client.GetStreamingResponseAsync(prompt, options ?? Cold, Talk.Now).ToListAsync(Talk.Now);
        return new Spoken([.. updates.SelectMany(IdsOf)], string.Concat(updates.Select(update => update.Text)), updates.ToChatResponse().Usage());
    }

    public static int Position(ChatResponseUpdate update) => (int)update.AdditionalProperties![ReplyPlace.Position]!;

    public static int[] IdsOf(ChatResponseUpdate update) => (int[])update.AdditionalProperties![ReplyPlace.Tokens]!;
}
