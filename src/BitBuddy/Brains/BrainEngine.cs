using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>One engine's process from its start to its end, as <see cref="BrainKeeper"/> knows it.</summary>
/// <param name="wakeBy">Timestamp at which it must be awake.</param>
internal sealed class BrainEngine(KnownBrain brain, BrainSettings settings, long wakeBy)
{
    public KnownBrain Brain { get; } = brain;
    public BrainSettings Settings { get; } = settings;
    public long WakeBy { get; } = wakeBy;

    /// <summary>Cancelled when the waking is called off.</summary>
    public CancellationTokenSource Waking { get; } = new();

    /// <summary>The stamp of the brain's file as its waking began; null until then, or where there is none.</summary>
    public FileStamp? File { get; set; }

    /// <summary>Null while it wakes.</summary>
    public LoadedBrain? Loaded { get; set; }

    public int Leases { get; set; }

    /// <summary>Timestamp: idle until then, it sleeps.</summary>
    public long SleepAt { get; set; }

    /// <summary>Timestamp: while something else is wanted, it may speak until then.</summary>
    public long? DrainBy { get; set; }

    /// <summary>Its end has begun; nothing else can become of it.</summary>
    public bool IsEnding { get; set; }

    /// <summary>True where the wish can be granted by this engine.</summary>
    public bool Fits(BrainWish wish) => wish.Brain?.Sha256 == Brain.Sha256 && AsItRuns(wish.Settings) == AsItRuns(Settings);

    private static BrainSettings AsItRuns(BrainSettings settings) => settings with { KeepAlive = default };
}
