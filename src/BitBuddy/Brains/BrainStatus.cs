namespace BitBuddy.Brains;

/// <summary>A brain's life at one moment.</summary>
/// <param name="Brain">The one that has a process or failed; null while there is none.</param>
/// <param name="Since">When this state began; awake: when the brain was last used.</param>
/// <param name="Worker">The engine's process; null where there is none or it does not tell.</param>
/// <param name="Why">A sentence, when it failed.</param>
public sealed record BrainStatus(BrainState State, KnownBrain? Brain, DateTimeOffset Since, int? Worker = null, string? Why = null);
