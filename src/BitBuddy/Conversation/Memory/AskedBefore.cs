namespace BitBuddy.Conversation;

/// <summary>A question that was asked.</summary>
public sealed record AskedBefore(IntentKind Intent, string Question, DateTimeOffset At);
