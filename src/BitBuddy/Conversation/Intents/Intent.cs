using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>A question as the rules understood it.</summary>
public sealed record Intent(IntentKind Kind, FileQuery Query)
{
    /// <summary>What kind of small talk it is; only with <see cref="IntentKind.Smalltalk"/>.</summary>
    public Smalltalk Smalltalk { get; init; }

    /// <summary>The spelling slip that was put right, as "documnets -> documents"; else null.</summary>
    public string? Corrected { get; init; }

    /// <summary>The same with the words for its time taken as names, where they could be; tried where that time holds nothing.</summary>
    public FileQuery? ByName { get; init; }

    /// <summary>It asks for files that are no more.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>What of the files the reply should say first.</summary>
    public Aspect Aspect { get; init; }
}
