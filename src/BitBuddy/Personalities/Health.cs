namespace BitBuddy.Personalities;

/// <summary>What the health check found on this computer.</summary>
/// <param name="Files">Known files.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="Folders">Known folders.</param>
/// <param name="DiskFree">Bytes free on the disk of the home.</param>
/// <param name="DiskTotal">Its size in bytes.</param>
/// <param name="Brain">The chosen brain's name; null when the buddy goes without.</param>
public sealed record Health(Mood Mood, long Files, long Bytes, int Folders, long DiskFree, long DiskTotal, string? Brain);
