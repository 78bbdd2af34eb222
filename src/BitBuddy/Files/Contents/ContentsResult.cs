namespace BitBuddy.Files.Contents;

/// <summary>What one reading of contents did.</summary>
/// <param name="Read">Files whose text or tags are known now, those known in part included.</param>
/// <param name="Nothing">Files that hold no text.</param>
/// <param name="Failed">Files that could not be read; see <see cref="FileContents.Problems"/>.</param>
/// <param name="Characters">Characters of text that were read.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record ContentsResult(long Read, long Nothing, long Failed, long Characters, double Seconds)
{
    /// <summary>True where another process was at it, so that nothing was done.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>How long it took to find out what waits.</summary>
    internal TimeSpan Listing { get; init; }

    /// <summary>How many files were read, with or without success.</summary>
    internal long Files => Read + Nothing + Failed;
}
