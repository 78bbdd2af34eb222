using BitBuddy.Conversation;

namespace BitBuddy.Brains;

/// <summary>Which brains suit a machine, which would be slow, and which one to take: rules over numbers, no more.</summary>
internal static class BrainAdviser
{
    /// <summary>Bytes of the disk that stay the user's.</summary>
    public const long DiskReserve = 500_000_000;

    // What is recommended leaves as much memory as it takes to other programs.
    private const int EaseShare = 2;

    /// <param name="here">The brains that are on this machine.</param>
    /// <param name="measured">How fast a brain was measured to be here; null where it was not.</param>
    public static BrainAdvices Advise(
        Catalogue catalogue, MachineFacts machine, int contextSize, IReadOnlyList<KnownBrain> here, Func<string, BrainPace?> measured)
    {
        var all = catalogue.Brains.Select(brain => Look(brain, machine, contextSize, here, measured)).ToList();
        var fitting = all.FindAll(advice => advice.Fit == BrainFit.Fits);
        var tiers = catalogue.Tiers.Reverse().ToList();
        // The largest that is a pleasure to use; else the one that takes least.
        var easy = tiers.SelectMany(tier => fitting.Where(advice => advice.Brain.Tier == tier))
            .FirstOrDefault(advice => IsFree(advice) && IsEasy(advice, machine));
        var chosen = easy ?? fitting.Where(IsFree).MinBy(advice => advice.Brain.Bytes) ?? all.Where(advice => advice.Runs && IsFree(advice)).MinBy(advice => advice.Brain.Bytes);
        return new BrainAdvices(machine, contextSize, all, chosen, Reason(chosen, easy is not null, all, machine));
    }

    // A licence that must be accepted is nothing to recommend to somebody who may just press Enter.
    private static bool IsFree(BrainAdvice advice) => !advice.Brain.MustBeAccepted;

    private static bool IsEasy(BrainAdvice advice, MachineFacts machine) =>
        advice.Memory.Total * EaseShare <= machine.FreeMemory && advice.Pace.IsComfortable(machine.OnBattery);

    private static BrainAdvice Look(
        CatalogueBrain brain, MachineFacts machine, int contextSize, IReadOnlyList<KnownBrain> here, Func<string, BrainPace?> measured)
    {
        var memory = brain.MemoryFor(contextSize);
        var pace = (brain.Sha256 is { } sha256 ? measured(sha256) : null) ?? BrainPace.Estimate(brain.Bytes, machine);
        var file = here.FirstOrDefault(brain.Is);
        var needs = $"needs {Said.Size(memory.Total)} of {Said.Size(machine.FreeMemory)} free memory";
        if (memory.Total > machine.FreeMemory)
            return new(brain, file, BrainFit.TooLarge, pace, memory, needs);
        if (file is null && machine.FreeDisk is { } disk && brain.Bytes + DiskReserve > disk)
            return new(brain, file, BrainFit.NoRoom, pace, memory, $"needs {Said.Size(brain.Bytes)} of the disk beside {Said.Size(DiskReserve)} that stay yours, and {Said.Size(disk)} are free");
        return new(brain, file, pace.IsSlow ? BrainFit.Slow : BrainFit.Fits, pace, memory, $"{pace}, {needs}");
    }

    private static string Reason(BrainAdvice? chosen, bool easy, IReadOnlyList<BrainAdvice> all, MachineFacts machine)
    {
        var least = all.MinBy(advice => advice.Brain.Bytes)!;
        if (chosen is null && all.Where(advice => advice.Fit == BrainFit.Fits).MinBy(advice => advice.Brain.Bytes) is { } asking)
            return $"What fits here asks you to accept its licence first: {asking.Brain.Name} ({asking.Brain.Licence}), {asking.Because}.";
        if (chosen is null)
            return $"No brain fits here now: {least.Brain.Name} {least.Because}. I answer by rules until then.";
        var battery = machine.OnBattery
            ? $" On battery{(machine.Charge is { } percent ? $" ({percent} %)" : "")} a lighter one is the better one."
            : "";
        var cores = machine.Threads == 1 ? " With one core a smaller one is the better one." : "";
        return easy
            ? $"{chosen.Brain.Name} is the largest that runs with ease here: {chosen.Because}.{battery}{cores}"
            : $"{chosen.Brain.Name} is the one that takes least here: {chosen.Because}.{battery}{cores}";
    }
}
