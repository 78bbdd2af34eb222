using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>Tells new files from old ones that changed, by the day they were made.</summary>
internal static class ChangeCounter
{
    // Beyond so many, looking at each would keep the answer waiting.
    private const int Most = 50_000;

    /// <summary>How many of the files changed since a moment were made since then, and how many were there before; null where the disk does not tell.</summary>
    public static ChangeCount? Count(IReadOnlyList<InsightFile> changed, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (changed.Count > Most)
            return null;
        var sinceNs = QueryFilter.Nanoseconds(since);
        var added = 0;
        foreach (var file in changed)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FileTimes.Of(file.Path) is not { } times)
                continue;
            if (times.BirthNs is not { } birth)
                return null;
            added += birth >= sinceNs ? 1 : 0;
        }

        return new(added, changed.Count - added);
    }
}
