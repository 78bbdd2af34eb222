namespace BitBuddy.Files;

/// <summary>What the index answers.</summary>
/// <param name="Count">All matches, after <see cref="FileQuery.Take"/>.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="Files">The first of them, up to the limit asked for, in the order asked for.</param>
public sealed record FileMatches(long Count, long Bytes, IReadOnlyList<FileEntry> Files);
