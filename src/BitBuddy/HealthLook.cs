using BitBuddy.Brains;
using BitBuddy.Personalities;

namespace BitBuddy;

/// <summary>Looks how the buddy is: gathers the signs, from which causes are made.</summary>
internal sealed class HealthLook(BuddyHome home, KnownFiles files, BrainChoice choice, BrainLife? life, BrainPuller puller, TimeProvider clock)
{
    private readonly HealthCheck _check = new(home, clock);

    /// <summary>How the buddy is, from real causes.</summary>
    /// <param name="buddy">The name of its folder, for it may have folders of its own.</param>
    public Health Of(string? buddy)
    {
        var folders = files.Folders.Of(buddy);
        var signs = new HealthSigns
        {
            Folders = folders.Count,
            Away = [.. folders.Where(folder => !Directory.Exists(folder)).Select(NameOf)],
            Unread = [.. folders.Where(folder => Directory.Exists(folder) && !files.Index.Knows(folder)).Select(NameOf)],
            IndexAsOf = files.Freshness.AsOf ?? files.Index.Checks.AsOf(),
            Brain = TroubleOf(choice.Brain),
            HasBrain = choice.Brain is not null,
            Stopped = puller.Paused().FirstOrDefault(paused => !paused.IsActive)?.File.File,
        };
        return _check.Look(signs, files.Index.Totals(folders), choice.Brain?.Name);
    }

    // A folder that is a disk itself has no name.
    private static string NameOf(string folder) => Path.GetFileName(folder) is { Length: > 0 } name ? name : folder;

    private BrainTrouble TroubleOf(KnownBrain? brain) =>
        brain is null ? choice.Trouble
        : !File.Exists(brain.Path) ? BrainTrouble.Missing
        : life?.State == BrainState.Failed ? BrainTrouble.Crashing
        : BrainTrouble.None;
}
