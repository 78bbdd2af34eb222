namespace BitBuddy.Files.Contents.Readers;

/// <summary>What one file may take to be read.</summary>
internal static class ReaderLimits
{
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    /// <summary>Bytes of private memory of the whole process.</summary>
    public const long Memory = 700_000_000;

    /// <summary>Bytes of its managed objects: what needs more fails as such, before the system refuses it.</summary>
    public const long Objects = 400_000_000;
}
