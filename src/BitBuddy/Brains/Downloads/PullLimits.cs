namespace BitBuddy.Brains;

/// <summary>What a download may take and lose.</summary>
/// <param name="MarkEvery">Bytes between two marks on the disk; a crash loses fewer than two of them.</param>
internal sealed record PullLimits(PullSpace Space, int MarkEvery)
{
    public static PullLimits Usual { get; } = new(PullSpace.OfDisk, 8 << 20);
}
