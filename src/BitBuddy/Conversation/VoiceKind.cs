namespace BitBuddy.Conversation;

/// <summary>Who spoke.</summary>
public enum VoiceKind
{
    Brain,
    Cache,
    Rules,
}
