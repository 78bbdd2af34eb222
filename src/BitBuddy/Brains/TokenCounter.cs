using Microsoft.Extensions.AI;

namespace BitBuddy.Brains;

/// <summary>
/// Counts a prompt in one call: the total with the template's frame, and one count for each text content of each message,
/// in their order.
/// </summary>
public delegate Task<PromptTokens> TokenCounter(IReadOnlyList<ChatMessage> prompt, CancellationToken cancellationToken);
