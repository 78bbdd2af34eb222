namespace BitBuddy.Files;

/// <summary>A folder on the map of the disk.</summary>
/// <param name="Path">Absolute and whole.</param>
/// <param name="Files">In it and all below it.</param>
/// <param name="Bytes">In it and all below it.</param>
/// <param name="Kinds">Bytes by kind, the most first.</param>
/// <param name="Folders">Those in it, the largest first; empty at the depth that was asked for.</param>
public sealed record MapFolder(string Name, string Path, long Files, long Bytes, IReadOnlyList<MapKind> Kinds, IReadOnlyList<MapFolder> Folders)
{
    /// <summary>The true path where it is not valid UTF-8; otherwise null.</summary>
    public byte[]? PathBytes { get; init; }
}
