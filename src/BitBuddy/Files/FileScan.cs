using BitBuddy.Files.Ignoring;
using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>Brings the index in line with a folder's tree; one thread reads folders while another writes rows, or one does both.</summary>
/// <param name="home">Our own folder: its files are no part of any answer, unless the scanned folder lies in it.</param>
/// <param name="choice">What else is left out; asked before each tree.</param>
/// <param name="hidden">What is never mentioned; it is not read.</param>
public sealed class FileScan(FileIndex index, string? home, Func<HiddenNames>? hidden = null, Func<WalkChoice>? choice = null)
{
    private const int BatchFiles = 2000;
    private const int RereadFolders = 64;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(500);

    /// <summary>Scans a folder and makes it a known one. When cancelled, what was read so far is in the index and the next scan goes on.</summary>
    /// <param name="gently">In the caller's own thread alone, which may have a low priority; so it is on battery, too.</param>
    /// <param name="first">Done before the first folder is merged, while folders are being read already.</param>
    /// <exception cref="BuddyException">The folder is missing, is a file, cannot be read, or holds no real files.</exception>
    public async Task<ScanResult> ScanAsync(
        string folder, IProgress<ScanProgress>? progress, CancellationToken cancellationToken, bool gently = false, Action? first = null)
    {
        var absolute = PathText.Absolute(folder);
        RealFolder.Require(absolute);
        try
        {
            return await RunAsync(absolute, gently, first, progress, cancellationToken);
        }
        catch (IndexRebuiltException)
        {
            // It is new and empty now: this scan fills it.
            return await RunAsync(absolute, gently, first: null, progress, cancellationToken);
        }
    }

    /// <summary>Reads known folders again, each alone, with whole trees that are new in them, until it is late (then false).</summary>
    /// <param name="found">Told of each folder that is new.</param>
    /// <param name="ahead">Folders are read in a thread of their own.</param>
    internal bool Reread(IEnumerable<FolderNode> nodes, Func<bool> isLate, Action<FolderNode>? found = null, bool ahead = false)
    {
        var (tally, rules, wasLate) = (new ScanTally(), new RulesAbove(), false);
        var listings = nodes.TakeWhile(_ => !(wasLate = isLate())).Select(node => WalkFrom(PathText.Show(node.Path), tally, rules).Read(node));
        using var walk = ahead ? new AheadWalk(listings) : null;
        var batch = new List<FolderListing>();
        foreach (var listing in walk?.Listings() ?? listings)
        {
            batch.Add(listing);
            if (batch.Count == RereadFolders && !Merge(true))
                return false;
        }

        return Merge(!wasLate);

        // Merged, a folder knows which of those in it are new.
        bool Merge(bool goOn)
        {
            index.Merge(batch, tally, IndexAccess.ShortWait);
            var fresh = batch.SelectMany(listing => listing.Folders).Where(folder => folder.IsNew).ToList();
            batch.Clear();
            return fresh.TrueForAll(folder => MergeTree(folder, tally, isLate, found)) && goOn;
        }
    }

    private bool MergeTree(FolderNode fresh, ScanTally tally, Func<bool> isLate, Action<FolderNode>? found)
    {
        foreach (var inside in WalkFrom(PathText.Show(fresh.Path), tally).Tree(fresh))
        {
            if (isLate())
                return false;
            index.Merge([inside], tally, IndexAccess.ShortWait);
            found?.Invoke(inside.Folder);
        }

        return true;
    }

    private async Task<ScanResult> RunAsync(string absolute, bool gently, Action? first, IProgress<ScanProgress>? progress, CancellationToken cancellationToken)
    {
        var begun = index.Clock.GetTimestamp();
        var tally = new ScanTally();
        index.SetRoot(absolute, scanned: false);
        var tree = WalkFrom(absolute, tally).Tree(new FolderNode(null, PathText.Parts(absolute).Last(), PathText.Bytes(absolute)));
        try
        {
            if (gently || PowerSupply.Now().OnBattery)
                Merge(tree);
            else
                await Task.Run(() => MergeAhead(tree), CancellationToken.None);
        }
        finally
        {
            index.EndScan();
        }

        index.SetRoot(absolute, scanned: true);
        return tally.Result(index.Clock.GetElapsedTime(begun));

        void MergeAhead(IEnumerable<FolderListing> listings)
        {
            using var ahead = new AheadWalk(listings);
            Merge(ahead.Listings());
        }

        void Merge(IEnumerable<FolderListing> listings)
        {
            first?.Invoke();
            MergeAll(absolute, listings, tally, progress, cancellationToken);
        }
    }

    private void MergeAll(
        string absolute, IEnumerable<FolderListing> listings, ScanTally tally, IProgress<ScanProgress>? progress, CancellationToken cancellationToken)
    {
        var batch = new List<FolderListing>();
        var (files, allFiles, folders, begun) = (0, 0L, 0L, index.Clock.GetTimestamp());
        var (expected, started) = (progress is null ? 0 : index.Totals([absolute]).Files, begun);
        foreach (var listing in listings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            batch.Add(listing);
            files += listing.Files.Count;
            if (files >= BatchFiles || index.Clock.GetElapsedTime(begun) >= BatchTime)
                Flush();
        }

        Flush();

        void Flush()
        {
            if (batch.Count == 0)
                return;
            cancellationToken.ThrowIfCancellationRequested();
            index.Merge(batch, tally, IndexAccess.LongWait, isScan: true);
            (allFiles, folders) = (allFiles + files, folders + batch.Count);
            progress?.Report(new(allFiles, folders, PathText.Show(batch[^1].Folder.Path), Left()));
            batch.Clear();
            (files, begun) = (0, index.Clock.GetTimestamp());
        }

        // As long for each file as for those before; there are as many as there were at the last look.
        TimeSpan? Left() => allFiles > 0 && expected > allFiles ? index.Clock.GetElapsedTime(started) * ((double)(expected - allFiles) / allFiles) : null;
    }

    private FolderWalk WalkFrom(string start, ScanTally tally, RulesAbove? rules = null) =>
        new(HomeFor(start), index.Clock, tally, choice?.Invoke() ?? default, hidden, rules);

    private byte[]? HomeFor(string start)
    {
        if (home is null)
            return null;
        var own = PathText.Bytes(PathText.Absolute(home));
        return PathText.IsInside(PathText.Bytes(start), own) ? null : own;
    }
}
