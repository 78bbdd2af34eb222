using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>A finished reply.</summary>
public sealed record Reply
{
    public required string Buddy { get; init; }
    public required string Question { get; init; }
    public required Intent Intent { get; init; }
    public required Facts Facts { get; init; }

    /// <summary>The voice's words, as they were shown.</summary>
    public required string Text { get; init; }
    public required VoiceKind Voice { get; init; }

    /// <summary>A sentence: why the voice is not the brain's; null when it is.</summary>
    public string? WhyNot { get; init; }

    /// <summary>The user told something: it was done, and no brain was wanted for the answer.</summary>
    public bool IsTold { get; init; }

    /// <summary>The brain stopped in mid-reply; <see cref="Text"/> ends there.</summary>
    public bool Cut { get; init; }
    public required Mood Mood { get; init; }
    public required Timings Timings { get; init; }

    /// <summary>Present whenever the brain produced a token for this question.</summary>
    public BrainUse? Brain { get; init; }
}
