using BitBuddy.Brains;
using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>A prompt that fits.</summary>
/// <param name="Messages">The system message (personality, files, health), the talk, and last the user's message (question, facts).</param>
/// <param name="Tokens">Measured, or estimated where there was no counter.</param>
/// <param name="TrimmedTokens">What did not fit and was left out.</param>
/// <param name="Talk">The talk as far as it is in this prompt.</param>
public sealed record BuiltPrompt(IReadOnlyList<ChatMessage> Messages, PromptTokens Tokens, int TrimmedTokens, Talk Talk)
{
    /// <summary>The talk to build the next prompt on.</summary>
    public Talk After(string reply) => Talk.With(new TalkTurn(Messages[^1], reply));
}
