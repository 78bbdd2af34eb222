namespace BitBuddy.Brains;

/// <summary>A brain that lies on this machine already.</summary>
/// <param name="App">Whose it is.</param>
/// <param name="Name">As it is called there.</param>
/// <param name="Of">The brain of the catalogue it is, by its sha256; null where it is none of them.</param>
/// <param name="Known">It as Bit Buddy knows it; null where it was not checked and hashed yet.</param>
public sealed record FoundBrain(string App, string Name, string Path, long Bytes, GgufInfo Info, CatalogueBrain? Of, KnownBrain? Known);

/// <summary>A file that cannot be used as a brain.</summary>
/// <param name="Why">A sentence.</param>
public sealed record SkippedBrain(string Path, string Why);

/// <summary>What a scan found.</summary>
public sealed record FoundBrains(IReadOnlyList<BrainPlace> Places, IReadOnlyList<FoundBrain> Brains, IReadOnlyList<SkippedBrain> Skipped);
