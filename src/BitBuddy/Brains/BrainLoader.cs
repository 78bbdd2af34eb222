namespace BitBuddy.Brains;

/// <summary>Starts an engine for a verified brain; passed in by the program, so that the buddy never sees the engine itself.</summary>
public delegate Task<LoadedBrain> BrainLoader(KnownBrain brain, BrainSettings settings, CancellationToken cancellationToken);
