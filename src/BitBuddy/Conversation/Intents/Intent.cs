using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>A question as the rules understood it.</summary>
public sealed record Intent(IntentKind Kind, FileQuery Query)
{
    /// <summary>What kind of small talk it is; only with <see cref="IntentKind.Smalltalk"/>.</summary>
    public Smalltalk Smalltalk { get; init; }

    /// <summary>What it asks for that nobody does here; only with <see cref="IntentKind.Unknown"/>.</summary>
    public Beyond Beyond { get; init; }

    /// <summary>The spelling slip that was put right, as "documnets -> documents"; else null.</summary>
    public string? Corrected { get; init; }

    /// <summary>The same with the words for its time taken as names, where they could be; tried where that time holds nothing.</summary>
    public FileQuery? ByName { get; init; }

    /// <summary>"the budget for 2026": <see cref="ByName"/> is tried first where it has another word besides.</summary>
    public bool IsForTime { get; init; }

    /// <summary>Which of two is more was asked; where one of them is not there, no answer says so.</summary>
    public bool IsCompared { get; init; }

    /// <summary>The same with an ambiguous kind taken as a word of names: "job application"; tried where that kind holds nothing.</summary>
    public FileQuery? ByNoun { get; init; }

    /// <summary>The same with a season among its words taken as a time; tried where no name holds it.</summary>
    public FileQuery? ByTime { get; init; }

    /// <summary>It asks for files that are no more.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>What of the files the reply should say first.</summary>
    public Aspect Aspect { get; init; }
}
