using BitBuddy.Conversation;

namespace BitBuddy.App.Json;

internal sealed record BrainUseJson(
    string Model, int PromptTokens, int ReusedTokens, int ReplyTokens, int Refused, int TrimmedTokens)
{
    public static BrainUseJson? Of(BrainUse? use) => use is null
        ? null
        : new(use.Model, use.PromptTokens, use.ReusedTokens, use.ReplyTokens, use.Refused, use.TrimmedTokens);
}
