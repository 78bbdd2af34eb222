namespace BitBuddy.Conversation;

/// <summary>How well user and buddy know each other.</summary>
public enum Relationship
{
    New,
    Acquainted,
    Friends,
    Close,
}
