using System.Text;
using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>Keeps answers true between scans: folders' dates are looked at for a moment, and each file shown is looked at itself.</summary>
public sealed class Freshness(FileIndex index, FileScan scan)
{
    /// <summary>How long an answer may wait for this.</summary>
    public static readonly TimeSpan DefaultBudget = TimeSpan.FromMilliseconds(30);

    // More folders than this are not all reached in the time of an answer: then it waits for a part of that time, and the rest comes after the reply.
    private const int FoldersInTime = 4000;
    private const int Part = 12;

    private const int Rounds = 3;

    // Folders looked at since then are not read again after a reply: a second question costs nothing.
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(10);

    // So many are looked at in a few milliseconds; more are looked at after the reply.
    private const int FilesToLookAt = 2000;

    // The folders whose files were all looked at by the last check: nothing is left to catch up with.
    private IReadOnlyList<string> _looked = [];

    // The last check was late for folders looked at until then: they are read after the reply, however lately that was.
    private long _lateFor;

    // Found unchanged by a check that did not reach the end; noted after the reply.
    private readonly List<long> _same = [];

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
        (_looked, _lateFor) = ([], long.MinValue);
        var begun = index.Clock.GetTimestamp();
        var now = index.Clock.GetUtcNow();
        var same = new List<FolderCheck>();
        var isLarge = index.Checks.Most() > FoldersInTime;
        if (isLarge)
            budget /= Part;
        bool IsLate() => index.Clock.GetElapsedTime(begun) >= budget;
        try
        {
            foreach (var check in index.Checks.Of(folders))
            {
                var isLate = IsLate();
                if (isLate || (!check.IsAway && HasChanged(check) && !scan.Reread([check.Node()], IsLate)))
                {
                    _lateFor = !isLarge ? long.MaxValue : isLate ? long.MinValue : check.CheckedAt;
                    _same.AddRange(same.Select(one => one.Id));
                    return DateTimeOffset.FromUnixTimeMilliseconds(check.CheckedAt);
                }

                same.Add(check);
            }

            if (index.MostFiles() <= FilesToLookAt && scan.Reread(same.Where(check => !check.IsAway).Select(check => check.Node()), IsLate))
                _looked = folders;
            return now;
        }
        catch (BuddyException)
        {
            // Another process is writing: the index answers as it is.
            return index.Checks.Oldest(folders) ?? now;
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
    /// After the reply: reads the folders again for at most this long, least recently checked first, but for those looked at in the last
    /// ten seconds, unless a check was late for them; nothing where the last check has just looked at every file. What was not finished is left for the next time.
    /// </summary>
    public async Task CatchUpAsync(IReadOnlyList<string> folders, TimeSpan budget, CancellationToken cancellationToken)
    {
        if (folders.Count > 0 && folders.SequenceEqual(_looked))
            return;
        var begun = index.Clock.GetTimestamp();
        try
        {
            await Task.Run(() =>
            {
                index.Checks.Mark(_same);
                _same.Clear();
                var lately = (index.Clock.GetUtcNow() - Lately).ToUnixTimeMilliseconds();
                var nodes = index.Checks.Of(folders).TakeWhile(check => check.CheckedAt <= Math.Max(lately, _lateFor)).Where(check => !check.IsAway).Select(check => check.Node());
                if (scan.Reread(nodes, () => cancellationToken.IsCancellationRequested || index.Clock.GetElapsedTime(begun) >= budget, ahead: true))
                    _lateFor = long.MinValue;
            }, CancellationToken.None);
        }
        catch (BuddyException)
        {
            // Another process is writing: the next one catches up.
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>True where a folder's date is another than it was.</summary>
    internal static bool HasChanged(FolderCheck check) => FileStat.Of(check.Path, out var stat) != ReadOutcome.Ok || stat.ModifiedNs != check.ModifiedNs;

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
