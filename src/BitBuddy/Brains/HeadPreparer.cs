using Microsoft.Extensions.AI;

namespace BitBuddy.Brains;

/// <summary>Computes the head of a coming prompt ahead of its question; returns when it is there. A question that comes meanwhile cancels it.</summary>
public delegate Task HeadPreparer(ChatMessage head, CancellationToken cancellationToken);
