using BitBuddy.Brains;
using BitBuddy.Personalities;

namespace BitBuddy.Conversation;

/// <summary>All the voice is given to speak on.</summary>
internal sealed record Cue
{
    public required Question Question { get; init; }
    public required Intent Intent { get; init; }
    public required Facts Facts { get; init; }
    public required Personality Personality { get; init; }
    public required string PersonalityVersion { get; init; }
    public required Health Health { get; init; }

    /// <summary>Null when the rules are to speak.</summary>
    public required KnownBrain? Brain { get; init; }
    public required Talk Talk { get; init; }

    public required Remembered Memory { get; init; }

    /// <summary>How many questions this talk had before.</summary>
    public required int Turn { get; init; }

    /// <summary>Where two cues have the same key, one's reply fits the other.</summary>
    public CacheKey Key(TimeProvider clock) => CacheKey.Of(
        Intent, Facts, PersonalityVersion, Health.Mood, Memory.Version, Brain!.Sha256, Question.Text, clock, Brain.PromptLayout ?? PromptBudget.Layout);
}
