namespace BitBuddy.Conversation;

/// <summary>What the brain did for one question, in tokens.</summary>
/// <param name="Refused">Claims that were not shown.</param>
/// <param name="TrimmedTokens">What did not fit the prompt.</param>
public sealed record BrainUse(string Model, int PromptTokens, int ReusedTokens, int ReplyTokens, int Refused, int TrimmedTokens);
