using System.Text;
using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>Keeps answers true between scans: folders' dates are looked at for a moment, and each file shown is looked at itself.</summary>
public sealed class Freshness(FileIndex index, FileScan scan)
{
    /// <summary>How long an answer may wait for this.</summary>
    public static readonly TimeSpan DefaultBudget = TimeSpan.FromMilliseconds(30);

    private const int Rounds = 3;

    // So many are looked at in a few milliseconds; more are looked at after the reply.
    private const int FilesToLookAt = 2000;

    // The folders whose files were all looked at by the last check: nothing is left to catch up with.
    private IReadOnlyList<string> _looked = [];

    /// <summary>The moment as of which the last checked answer held; null before the first.</summary>
    public DateTimeOffset? AsOf { get; private set; }

    /// <summary>
    /// Looks at known folders' dates, the least recently checked first, and reads again those that changed; in small
    /// homes also those that did not, since a file may grow in place. The answer holds as of the moment returned: now, when all were reached.
    /// </summary>
    public DateTimeOffset Check(IReadOnlyList<string> folders, TimeSpan budget)
    {
        var asOf = Look(folders, budget);
        AsOf = asOf;
        return asOf;
    }

    private DateTimeOffset Look(IReadOnlyList<string> folders, TimeSpan budget)
    {
        _looked = [];
        var begun = index.Clock.GetTimestamp();
        var now = index.Clock.GetUtcNow();
        var checks = index.Checks(folders, out var map);
        var away = Away(checks, map);
        var same = new List<FolderCheck>();
        bool IsLate() => index.Clock.GetElapsedTime(begun) >= budget;
        try
        {
            var reached = 0;
            for (; reached < checks.Count && !IsLate(); reached++)
            {
                var check = checks[reached];
                var path = map.PathOf(check.Id);
                if (map.LiesIn(check.Id, away) || (FileStat.Of(path, out var stat) == ReadOutcome.Ok && stat.ModifiedNs == check.ModifiedNs))
                    same.Add(check);
                else if (!scan.Rescan(Node(check, path), IsLate))
                    break;
            }

            if (reached < checks.Count)
            {
                index.MarkChecked([.. same.Select(check => check.Id)]);
                return DateTimeOffset.FromUnixTimeMilliseconds(checks[reached].CheckedAt!.Value);
            }

            if (index.MostFiles() <= FilesToLookAt
                && scan.Reread(same.Where(check => !map.LiesIn(check.Id, away)).Select(check => Node(check, map.PathOf(check.Id))), IsLate))
                _looked = folders;
            return now;
        }
        catch (BuddyException)
        {
            // Another process is writing: the index answers as it is.
            return index.OldestCheck(folders) ?? now;
        }
    }

    /// <summary>Looks at each file shown: what is gone leaves the answer, what changed is put right, and the answer is made anew.</summary>
    public FileMatches Confirm(FileQuery query, int limit, FileMatches matches, CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var wrong = matches.Files.Select(file => (File: file, Stat: Look(file))).Where(seen => IsWrong(seen.File, seen.Stat)).ToList();
            if (wrong.Count == 0)
                return matches;
            try
            {
                foreach (var (file, stat) in wrong)
                    index.Correct(file.Id, stat);
            }
            catch (BuddyException)
            {
                break;
            }

            matches = index.Search(query, limit, cancellationToken);
        }

        return Drop(matches);
    }

    /// <summary>Files shown beside the answer, each as it is now; what is gone is left out.</summary>
    public static IReadOnlyList<FileEntry> Refresh(IReadOnlyList<FileEntry> files) =>
        [.. files.Select(file => Look(file) is { } now ? file with { Bytes = now.Bytes, Modified = ModifiedOf(now) } : null).OfType<FileEntry>()];

    /// <summary>
    /// After the reply: scans the folders for at most this long, unless the last check has just looked at every file. What was not
    /// finished is left for the next time.
    /// </summary>
    public async Task CatchUpAsync(IReadOnlyList<string> folders, TimeSpan budget, CancellationToken cancellationToken)
    {
        if (folders.Count > 0 && folders.SequenceEqual(_looked))
            return;
        using var deadline = new CancellationTokenSource(budget, index.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        foreach (var folder in folders)
        {
            try
            {
                await scan.ScanAsync(folder, null, either.Token);
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (BuddyException)
            {
                // A folder that is away now, or a busy index: the next scan tells.
            }
        }
    }

    // A known folder may itself be a link; for one in it, no file system's number will do that none has.
    private static FolderNode Node(FolderCheck check, byte[] path) => new(null, check.Name, path, check.IsRoot ? null : ulong.MaxValue) { Id = check.Id };

    // What lies in a known folder that is not there (a disk not mounted) is not gone.
    private static Dictionary<long, bool> Away(List<FolderCheck> checks, FolderMap map) => checks
        .Where(check => check.IsRoot && FileStat.Of(map.PathOf(check.Id), out _) == ReadOutcome.Missing)
        .ToDictionary(check => check.Id, _ => true);

    private static FileStat? Look(FileEntry file) =>
        FileStat.Of(file.PathBytes ?? Encoding.UTF8.GetBytes(file.Path), out var stat) == ReadOutcome.Ok && stat.Type == ItemType.File ? stat : null;

    private static bool IsWrong(FileEntry file, FileStat? stat) =>
        stat is not { } now || now.Bytes != file.Bytes || ModifiedOf(now) != file.Modified;

    private static DateTimeOffset ModifiedOf(FileStat stat) => DateTimeOffset.UnixEpoch.AddTicks(stat.ModifiedNs / 100);

    // The index cannot be put right now: at least nothing that is gone is shown.
    private static FileMatches Drop(FileMatches matches)
    {
        var gone = matches.Files.Where(file => Look(file) is null).ToHashSet();
        return new(matches.Count - gone.Count, matches.Bytes - gone.Sum(file => file.Bytes), [.. matches.Files.Where(file => !gone.Contains(file))]);
    }
}
