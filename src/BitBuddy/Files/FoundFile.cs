namespace BitBuddy.Files;

/// <summary>A row that matched. Rank: 0 the exact name, 1 whole words of it, 2 parts of it, 3 a folder on the path.</summary>
internal readonly record struct FoundFile(long Row, long Bytes, long ModifiedNs, long Uid, int Rank)
{
    /// <summary>How much the user uses it, from 0.</summary>
    public double Weight { get; init; }

    /// <summary>How well its text answers, where texts are asked for.</summary>
    public double Score { get; init; }

    /// <summary>Folded; only where names are what is sorted by.</summary>
    public byte[]? Name { get; init; }

    /// <summary>Ties are broken by date, then by id.</summary>
    public static Comparison<FoundFile> By(FileOrder order) => (a, b) =>
    {
        var first = order switch
        {
            FileOrder.Relevance when a.Rank != b.Rank => a.Rank.CompareTo(b.Rank),
            FileOrder.Relevance when a.Weight != b.Weight => b.Weight.CompareTo(a.Weight),
            FileOrder.Relevance => b.Score.CompareTo(a.Score),
            FileOrder.Name => a.Name.AsSpan().SequenceCompareTo(b.Name),
            FileOrder.Oldest => a.ModifiedNs.CompareTo(b.ModifiedNs),
            FileOrder.Largest => b.Bytes.CompareTo(a.Bytes),
            FileOrder.Smallest => a.Bytes.CompareTo(b.Bytes),
            _ => 0,
        };
        if (first == 0)
            first = b.ModifiedNs.CompareTo(a.ModifiedNs);
        return first != 0 ? first : a.Uid.CompareTo(b.Uid);
    };
}
