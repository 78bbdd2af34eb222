namespace BitBuddy.Files;

/// <summary>A file as its folder's rows hold it.</summary>
internal sealed record KnownFile(long Row, byte[] Name, long Bytes, long ModifiedNs, FileKind Kind, long Uid)
{
    /// <summary>As it is remembered once it is gone from this folder.</summary>
    public GoneFile In(byte[] folder) => new(Uid, PathText.Show(PathText.Join(folder, Name)), Bytes, Kind, default);
}
