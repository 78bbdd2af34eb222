namespace BitBuddy.Files;

/// <summary>What is known of a file's contents.</summary>
/// <param name="Ends">The hash of the first and the last bytes of a large file; null while not read.</param>
/// <param name="Whole">The hash of all of it; null while not read.</param>
/// <param name="IsCompared">True when it was compared byte by byte with another of the same hash.</param>
internal sealed record KnownHash(long ModifiedNs, long Bytes, UInt128? Ends, UInt128? Whole, bool IsCompared);
