namespace BitBuddy.Brains;

/// <summary>What <see cref="BrainTune"/> measured and chose.</summary>
/// <param name="Rows">All that was measured.</param>
/// <param name="FreeBytes">Free memory before the measuring.</param>
/// <param name="Kept">False where nothing can be kept.</param>
public sealed record TuneResult(KnownBrain Brain, IReadOnlyList<TuneRow> Rows, IReadOnlyList<TunedValue> Values, long FreeBytes, bool Kept);
