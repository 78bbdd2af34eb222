using System.Text.Json.Serialization;

namespace BitBuddy.Brains;

/// <summary>A process that stays, as it lists itself in <c>run/&lt;pid&gt;.json</c>.</summary>
public sealed record HostRecord
{
    public required int Pid { get; init; }

    /// <summary>When the process started; tells a live host from a reused number.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The brain's name; null while the host has none.</summary>
    public string? Brain { get; init; }

    /// <summary>absent, asleep, waking, awake, draining or failed.</summary>
    public required string State { get; init; }

    /// <summary>False where the host has neither brain nor engine.</summary>
    [JsonIgnore]
    public bool HasBrain => State != RunFolder.StateName(BrainState.Absent);

    /// <summary>True while an engine runs, or starts, or ends.</summary>
    [JsonIgnore]
    public bool HasEngine => State == RunFolder.StateName(BrainState.Waking) || State == RunFolder.StateName(BrainState.Awake)
        || State == RunFolder.StateName(BrainState.Draining);

    /// <summary>When the state began; awake: when the brain was last used.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The engine's process; null while there is none.</summary>
    public int? Worker { get; init; }

    /// <summary>How it keeps the index true: watching, checking every N min, catching up.</summary>
    public string? Files { get; init; }
}
