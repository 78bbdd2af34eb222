namespace BitBuddy.Personalities;

/// <summary>A mood and its cause in plain words ("everything is fine", "the disk is 97 % full").</summary>
public sealed record Mood(MoodState State, string Because)
{
    /// <summary>All that is wrong, the worst first; it is the one that leads.</summary>
    public IReadOnlyList<HealthCause> Causes { get; init; } = [];

    /// <summary>What helps against the worst cause; null while nothing is wrong.</summary>
    public string? Cure => Causes.Count > 0 ? Causes[0].Cure : null;

    public static Mood Of(IReadOnlyList<HealthCause> causes)
    {
        HealthCause[] all = [.. causes.OrderByDescending(cause => cause.State).ThenBy(cause => cause.Kind)];
        return all.Length == 0 ? new Mood(MoodState.Healthy, "everything is fine") : new Mood(all[0].State, all[0].Because) { Causes = all };
    }
}
