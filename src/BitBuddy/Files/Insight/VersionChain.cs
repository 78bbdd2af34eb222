namespace BitBuddy.Files;

/// <summary>The versions of one thing, the newest first.</summary>
internal sealed record VersionChain(IReadOnlyList<InsightFile> Files)
{
    /// <summary>What all but the newest take.</summary>
    public long Wasted => Files.Skip(1).Sum(file => file.Bytes);
}
