using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>A question as the rules understood it.</summary>
public sealed record Intent(IntentKind Kind, FileQuery Query)
{
    /// <summary>What kind of small talk it is; only with <see cref="IntentKind.Smalltalk"/>.</summary>
    public Smalltalk Smalltalk { get; init; }

    /// <summary>The spelling slip that was put right, as "documnets -> documents"; else null.</summary>
    public string? Corrected { get; init; }

    /// <summary>What of the files the reply should say first.</summary>
    public Aspect Aspect { get; init; }
}
