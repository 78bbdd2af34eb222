using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>
/// Finds files that nobody has needed for long: not changed since a day and, where the disk writes it down, not opened either. Reading by
/// a backup or an indexer counts as opening: no system tells them apart.
/// </summary>
internal sealed class StaleFinder(IProgress<InsightProgress>? progress, CancellationToken cancellationToken)
{
    private const int Often = 1000;
    private readonly AccessTimes _access = AccessTimes.Now();

    /// <summary>The files, the one unused for longest first, and whether it was known of all that were looked at when they were opened.</summary>
    /// <param name="candidates">Files not changed since then.</param>
    public (IReadOnlyList<InsightFile> Files, bool OpeningIsKnown) Find(
        IReadOnlyList<InsightFile> candidates, DateTimeOffset since)
    {
        var sinceNs = QueryFilter.Nanoseconds(since);
        var (stale, known) = (new List<(InsightFile File, long UsedNs)>(), candidates.Count > 0);
        for (var i = 0; i < candidates.Count; i++)
        {
            if (i % Often == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new(i, candidates.Count, 0));
            }

            if (FileTimes.Of(candidates[i].Path) is not { } times)
                continue;
            var isKept = _access.AreKept(times.Mount);
            known &= isKept;
            var used = isKept ? Math.Max(times.AccessedNs, candidates[i].ModifiedNs) : candidates[i].ModifiedNs;
            if (used < sinceNs)
                stale.Add((candidates[i], used));
        }

        return ([.. stale.OrderBy(file => file.UsedNs).ThenBy(file => file.File.Uid).Select(file => file.File)], known);
    }
}
