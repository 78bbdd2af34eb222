using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>A reply streams as these parts: the facts, then words (and refusals), the mood, and the end.</summary>
public abstract record ReplyPart
{
    private ReplyPart()
    {
    }

    /// <summary>The true answer, before any voice.</summary>
    public sealed record FactsFound(Facts Facts) : ReplyPart;

    /// <summary>A piece of the voice, to be shown as it comes.</summary>
    public sealed record Words(string Text) : ReplyPart;

    /// <summary>The brain reads a section of a long text, and words of it come next; from 1.</summary>
    public sealed record Reading(int Section, int Sections) : ReplyPart;

    /// <summary>A claim of the brain that was not in the facts and was not shown.</summary>
    public sealed record Refused(string Claim) : ReplyPart;

    public sealed record MoodShown(Mood Mood) : ReplyPart;

    /// <summary>The end: the whole reply and how it came about.</summary>
    public sealed record Done(Reply Reply) : ReplyPart;
}
