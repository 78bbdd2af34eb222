using Microsoft.Extensions.AI;

namespace BitBuddy.Brains;

/// <summary>
/// Computes the beginning of a coming prompt ahead of its question: the system message alone, or all of the talk with the question as far as
/// it is written. Returns when it is there. A question that comes meanwhile cancels it.
/// </summary>
public delegate Task PromptPreparer(IReadOnlyList<ChatMessage> begun, CancellationToken cancellationToken);
