namespace BitBuddy.Personalities;

/// <summary>One thing that is wrong.</summary>
/// <param name="State">How much it weighs; never <see cref="MoodState.Healthy"/>.</param>
/// <param name="Because">A clause in plain words: "the disk is 97 % full".</param>
/// <param name="Cure">One step, as an imperative clause with the command to type: "run `bitbuddy index`".</param>
public sealed record HealthCause(CauseKind Kind, MoodState State, string Because, string Cure);
