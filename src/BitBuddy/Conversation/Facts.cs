using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>The true answer to a question, from the index and the health check; never from the brain.</summary>
public sealed record Facts
{
    public required IntentKind Intent { get; init; }

    /// <summary>All matches; null where the question is not about files.</summary>
    public long? Count { get; init; }

    /// <summary>The size of all matches in bytes; null where the question is not about files.</summary>
    public long? Bytes { get; init; }

    /// <summary>The folders the answer covers, absolute.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>The answer holds as of this moment, UTC.</summary>
    public DateTimeOffset AsOf { get; init; }

    public string? Corrected { get; init; }

    /// <summary>What was really asked of the index, where that is not what the question says: a slip put right, texts instead of names.</summary>
    public FileQuery? Instead { get; init; }

    /// <summary>No name holds the words that were asked for; these files' texts do.</summary>
    public bool IsMentioned { get; init; }

    /// <summary>No file is of the time that was asked for; these have its words in their names.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Near misses; never part of <see cref="Files"/>.</summary>
    public IReadOnlyList<FileEntry> Near { get; init; } = [];

    /// <summary>The first matches, up to the limit asked for.</summary>
    public IReadOnlyList<FileEntry> Files { get; init; } = [];

    /// <summary>Files that are no more, where they were asked for, or what changed was; the last ones first.</summary>
    public IReadOnlyList<GoneFile> Gone { get; init; } = [];

    /// <summary>All of them; null where they were not asked for.</summary>
    public long? GoneCount { get; init; }

    /// <summary>What was found out beyond finding them: groups (duplicates, versions, what is worth tidying), since when files are stale, what changed.</summary>
    public Insight? Insight { get; init; }

    /// <summary>Only for <see cref="IntentKind.Summary"/>: what the first file says, in its own words.</summary>
    public IReadOnlyList<FactSentence> Sentences { get; init; } = [];

    /// <summary>Why there are none, as "is protected by a password"; null where there are, or nothing was summed up.</summary>
    public string? Wordless { get; init; }

    /// <summary>The whole text in sections, for a voice that sums up one after the other; empty where it is short.</summary>
    internal IReadOnlyList<TextSection> Sections { get; init; } = [];

    /// <summary>Only for <see cref="IntentKind.Status"/>.</summary>
    public Health? Health { get; init; }
}
