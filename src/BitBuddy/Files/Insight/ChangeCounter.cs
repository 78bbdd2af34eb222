using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>Tells new files from old ones that changed, by the day they were made.</summary>
internal static class ChangeCounter
{
    // Beyond so many, looking at each would keep the answer waiting.
    private const int Most = 50_000;

    /// <summary>
    /// How many of the files changed in a time were made in it, and how many were there before; null where the disk does not tell, as of files
    /// that came here later with their old dates.
    /// </summary>
    public static ChangeCount? Count(IReadOnlyList<InsightFile> changed, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (changed.Count > Most)
            return null;
        var (sinceNs, untilNs) = (QueryFilter.Nanoseconds(since), QueryFilter.Nanoseconds(until));
        var added = 0;
        foreach (var file in changed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FileTimes.Of(file.Path) is not { } times)
                continue;
            if (times.BirthNs is not { } birth || birth >= untilNs)
                return null;
            added += birth >= sinceNs ? 1 : 0;
        }

        return new(added, changed.Count - added);
    }
}
