namespace BitBuddy.Files;

/// <summary>What is known of a file's contents.</summary>
/// <param name="Ends">SHA-256 over the first and the last bytes of a large file; null while not read.</param>
/// <param name="Whole">SHA-256 of all of it; null while not read.</param>
/// <param name="IsCompared">True when it was compared byte by byte with another of the same hash.</param>
internal sealed record KnownHash(long ModifiedNs, long Bytes, byte[]? Ends, byte[]? Whole, bool IsCompared);
