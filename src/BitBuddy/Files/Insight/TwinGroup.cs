namespace BitBuddy.Files;

/// <summary>Files with the same bytes, each a file of its own on the disk; the oldest first.</summary>
internal sealed record TwinGroup(long Bytes, IReadOnlyList<InsightFile> Files)
{
    /// <summary>What all but one of them take.</summary>
    public long Wasted => Bytes * (Files.Count - 1);
}
