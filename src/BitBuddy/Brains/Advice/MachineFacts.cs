using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>What of this machine decides which brain suits it.</summary>
/// <param name="FreeMemory">Bytes a new program could have.</param>
/// <param name="FreeDisk">Bytes free where brains are kept; null where that cannot be told.</param>
/// <param name="Threads">Cores a brain may use.</param>
/// <param name="OnBattery">It lives on its battery now.</param>
/// <param name="Charge">How full the battery is, in percent; null where there is none.</param>
/// <param name="ReadSpeed">Bytes of weights it reads in a second.</param>
public sealed record MachineFacts(long FreeMemory, long? FreeDisk, int Threads, bool OnBattery, int? Charge, double ReadSpeed)
{
    /// <summary>The share of the memory's speed that the engine was seen to reach: 0.75 to 0.95 on models of 1 to 2 billion weights.</summary>
    private const double EngineShare = 0.8;

    /// <summary>What it runs on now and how that is told; for <c>doctor</c>.</summary>
    public static string Power
    {
        get
        {
            var (onBattery, charge) = PowerSupply.Now();
            return $"{(onBattery ? "on battery" : "mains")}{(charge is { } percent ? $", {percent} % charged" : "")}, told by {PowerSupply.Means}";
        }
    }

    /// <summary>Looks at the machine.</summary>
    /// <param name="readSpeed">As measured with a brain; null: the memory is measured, which takes some hundredths of a second.</param>
    public static MachineFacts Look(BuddyHome home, int threads, double? readSpeed, TimeProvider clock)
    {
        var (onBattery, charge) = PowerSupply.Now();
        // Before the memory that is measured is taken.
        var free = MemoryUse.FreeBytes();
        return new(free, DiskSpace.Of(home.Models)?.Free, threads, onBattery, charge, readSpeed ?? MemorySpeed.Measure(threads, clock) * EngineShare);
    }
}
