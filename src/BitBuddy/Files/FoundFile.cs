namespace BitBuddy.Files;

/// <summary>A row that matched. Rank: 0 the exact name, 1 whole words of it, 2 parts of it, 3 a folder on the path.</summary>
internal readonly record struct FoundFile(long Row, long Bytes, long ModifiedNs, long Uid, int Rank)
{
    /// <summary>Ties are broken by date, then by id.</summary>
    public static Comparison<FoundFile> By(FileOrder order) => (a, b) =>
    {
        var first = order switch
        {
            FileOrder.Relevance => a.Rank.CompareTo(b.Rank),
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
