using BitBuddy.Platform;

namespace BitBuddy.Personalities;

/// <summary>Looks at the real causes of a mood: the disk, the memory, the folders, the index and the brain.</summary>
public sealed class HealthCheck(BuddyHome home, TimeProvider clock)
{
    private readonly HealthMemory _memory = new(home);
    private readonly HealthRules _rules = new(clock);

    /// <summary>How the buddy is now.</summary>
    /// <param name="signs">What was seen elsewhere; disk and memory are looked at here.</param>
    public Health Look(HealthSigns signs, (long Files, long Bytes) totals, string? brain)
    {
        var (free, total) = Disk();
        return Judge(signs with { DiskFree = free, DiskTotal = total, FreeMemory = MemoryUse.FreeBytes() }, totals, brain);
    }

    internal Health Judge(HealthSigns signs, (long Files, long Bytes) totals, string? brain)
    {
        var (causes, marks) = _rules.Judge(signs, _memory.Read());
        _memory.Keep(marks);
        return new Health(Mood.Of(causes), totals.Files, totals.Bytes, signs.Folders, signs.DiskFree, signs.DiskTotal, brain);
    }

    private (long Free, long Total) Disk() => DiskSpace.Of(home.Root) ?? (0, 0);
}
