using BitBuddy.Settings;

namespace BitBuddy.Brains;

/// <summary>Advice on brains for the machine as it is now.</summary>
public sealed class MachineAdviser(
    BuddyHome home, BrainStore store, CatalogueFile catalogue, TuningFile tunings, ActiveSettings settings, TimeProvider clock)
{
    private MachineFacts? _machine;

    /// <summary>Looks at the machine once and at the brains each time.</summary>
    /// <exception cref="BuddyException">The user's catalogue or settings are broken.</exception>
    public BrainAdvices Advise()
    {
        var (measured, here) = (tunings.Here(), store.List());
        var run = settings.For(brain: null);
        _machine ??= MachineFacts.Look(home, run.Threads, ReadSpeed(measured, here), clock);
        return BrainAdviser.Advise(catalogue.Load(), _machine, run.ContextSize, [.. here.Where(brain => File.Exists(brain.Path))], sha256 => Pace(measured, sha256));
    }

    private static BrainPace? Pace(IReadOnlyList<Tuning> measured, string sha256) =>
        measured.FirstOrDefault(tuning => tuning.Brain == sha256) is { ReplyPerSecond: { } speed, FirstTokenMs: { } first }
            ? new BrainPace(speed, TimeSpan.FromMilliseconds(first), IsMeasured: true)
            : null;

    // A brain that was measured tells more of this machine than its memory does.
    private static double? ReadSpeed(IReadOnlyList<Tuning> measured, IReadOnlyList<KnownBrain> here) => measured
        .Select(tuning => tuning.ReplyPerSecond * here.FirstOrDefault(brain => brain.Sha256 == tuning.Brain)?.Bytes)
        .Max();
}
