namespace BitBuddy.Conversation;

/// <summary>What a question asks for.</summary>
public enum IntentKind
{
    Unknown,
    Find,
    Count,
    List,
    Largest,
    Newest,
    Stale,
    Duplicates,
    Versions,
    Summary,
    Status,
    Tidy,
    Where,
    Smalltalk,
    Help,
}
