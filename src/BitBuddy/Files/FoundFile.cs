namespace BitBuddy.Files;

/// <summary>A row that matched. Rank: 0 the exact name, 1 whole words of it, 2 parts of it, 3 a folder on the path.</summary>
internal readonly record struct FoundFile(long Folder, byte[] Name, long Bytes, long ModifiedNs, FileKind Kind, long Uid, int Rank)
{
    public const string Columns = "folder, name, bytes, mtime_ns, kind, uid";

    public static FoundFile From(Statement row, int rank = 0) =>
        new(row.Int(0), row.Blob(1).ToArray(), row.Int(2), row.Int(3), (FileKind)row.Int(4), row.Int(5), rank);

    public FileEntry Entry(ReadOnlySpan<byte> folder)
    {
        var path = PathText.Join(folder, Name);
        return new(Uid, PathText.Show(path), PathText.Show(Name), Bytes, DateTimeOffset.UnixEpoch.AddTicks(ModifiedNs / 100), Kind)
        {
            PathBytes = PathText.IsText(path) ? null : path,
        };
    }

    /// <summary>Orders as <see cref="Sql"/> does; ties are broken by date, then by id.</summary>
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

    public static string Sql(FileOrder order) => order switch
    {
        FileOrder.Oldest => "mtime_ns, uid",
        FileOrder.Largest => "bytes DESC, mtime_ns DESC, uid",
        FileOrder.Smallest => "bytes, mtime_ns DESC, uid",
        _ => "mtime_ns DESC, uid",
    };
}
