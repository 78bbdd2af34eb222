namespace BitBuddy.Usage;

/// <summary>All that is kept of how the files are used, the latest first.</summary>
public sealed record UsageReport(IReadOnlyList<AskedWords> Asked, IReadOnlyList<UsedFile> Files, IReadOnlyList<ListedFile> LastList)
{
    public static readonly UsageReport Nothing = new([], [], []);
}
