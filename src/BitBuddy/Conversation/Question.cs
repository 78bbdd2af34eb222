using BitBuddy.Brains;
using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>A question and how it is to be answered.</summary>
public sealed record Question(string Text)
{
    private const int MostFiles = 10_000;

    /// <summary>Absolute folders the answer is limited to; empty means all known ones.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>How many files the facts list.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Do not answer from the cache.</summary>
    public bool Fresh { get; init; }

    /// <summary>How long the brain stays awake after the reply; null: as the settings say.</summary>
    public KeepAlive? KeepAlive { get; init; }

    /// <summary><see cref="TimeProvider.GetTimestamp"/> of the start of the process (one-shot) or of Enter (chat).</summary>
    public long AskedAt { get; init; }

    /// <summary>Told of what takes time before the facts are there.</summary>
    public IProgress<InsightProgress>? Progress { get; init; }

    /// <summary>What of a question that is being typed no further key makes longer words of.</summary>
    public static string WholeWords(string written) => written[..(written.LastIndexOf(' ') + 1)];

    /// <summary>Refuses what is no question at all, in a sentence.</summary>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Text))
            throw new BuddyException("The question is empty; ask for example: how many pdfs do I have?", ExitCode.Usage);
        if (Limit is < 0 or > MostFiles)
            throw new BuddyException($"--limit takes a number from 0 to {MostFiles}.", ExitCode.Usage);
    }
}
