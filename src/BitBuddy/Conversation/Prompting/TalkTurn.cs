using Microsoft.Extensions.AI;

namespace BitBuddy.Conversation;

/// <summary>One turn of the talk: the user's message exactly as it was fed, facts included, and what the buddy said.</summary>
public sealed record TalkTurn(ChatMessage User, string Reply);
