using BitBuddy.Conversation;

namespace BitBuddy.Usage;

/// <summary>A kind of question with its name words, and how often it was asked.</summary>
public sealed record AskedWords(IntentKind Intent, string Words, long Times, DateTimeOffset At);
