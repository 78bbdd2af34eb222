using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>All a prompt is made of.</summary>
/// <param name="Health">What is known of this computer; null leaves the summary of files out.</param>
public sealed record PromptParts(Personality Personality, Health? Health, Mood Mood, Talk Talk, Facts Facts, string Question)
{
    /// <summary>What of the files is asked; the facts then say it.</summary>
    public Aspect Aspect { get; init; }

    /// <summary>What the buddy remembers of its user, in a line; "" for nothing.</summary>
    public string Recalled { get; init; } = "";
}
