using BitBuddy.Platform;

namespace BitBuddy.Personalities;

/// <summary>Looks at the real causes of a mood: the disk, the folders, the index and the brain.</summary>
public sealed class HealthCheck(BuddyHome home)
{
    private const long CriticalFree = 200_000_000;
    private const long LowFree = 1_000_000_000;

    /// <summary>How the buddy is now.</summary>
    /// <param name="folders">Known folders.</param>
    /// <param name="troubles">What else went wrong, worst first, as clauses ("the index was damaged and rebuilt").</param>
    public Health Look(int folders, (long Files, long Bytes) totals, string? brain, IReadOnlyList<string> troubles)
    {
        var (free, total) = Disk();
        return new Health(MoodOf(free, total, folders, troubles), totals.Files, totals.Bytes, folders, free, total, brain);
    }

    internal static Mood MoodOf(long free, long total, int folders, IReadOnlyList<string> troubles)
    {
        var full = total > 0 ? (int)(100 - (100.0 * free / total)) : 0;
        if (total > 0 && free < CriticalFree)
            return new Mood(MoodState.Critical, $"the disk is {full} % full");
        if (total > 0 && free < Math.Min(LowFree, total / 20))
            return new Mood(MoodState.Sick, $"the disk is {full} % full");
        if (troubles.Count > 0)
            return new Mood(MoodState.Sick, troubles[0]);
        return folders == 0
            ? new Mood(MoodState.Confused, "I know no folder yet")
            : new Mood(MoodState.Healthy, "everything is fine");
    }

    private (long Free, long Total) Disk() => DiskSpace.Of(home.Root) ?? (0, 0);
}
