using System.Threading.Channels;
using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>Brings the index in line with a folder's tree; one thread reads folders while another writes rows.</summary>
/// <param name="home">Our own folder: its files are no part of any answer, unless the scanned folder lies in it.</param>
/// <param name="hidden">What is never mentioned; it is not read.</param>
public sealed class FileScan(FileIndex index, string? home, Func<HiddenNames>? hidden = null)
{
    private const int BatchFiles = 2000;
    private const int RereadFolders = 64;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(250);

    /// <summary>Scans a folder and makes it a known one. When cancelled, what was read so far is in the index and the next scan goes on.</summary>
    /// <exception cref="BuddyException">The folder is missing, is a file, cannot be read, or holds no real files.</exception>
    public async Task<ScanResult> ScanAsync(string folder, IProgress<ScanProgress>? progress, CancellationToken cancellationToken)
    {
        var absolute = PathText.Absolute(folder);
        RealFolder.Require(absolute);
        try
        {
            return await RunAsync(absolute, progress, cancellationToken);
        }
        catch (IndexRebuiltException)
        {
            // It is new and empty now: this scan fills it.
            return await RunAsync(absolute, progress, cancellationToken);
        }
    }

    /// <summary>Reads known folders again, each alone, with whole trees that are new in them, until it is late (then false).</summary>
    /// <param name="found">Told of each folder that is new.</param>
    internal bool Reread(IEnumerable<FolderNode> nodes, Func<bool> isLate, Action<FolderNode>? found = null)
    {
        var tally = new ScanTally();
        var batch = new List<FolderListing>();
        foreach (var node in nodes)
        {
            if (isLate())
                return Merge(false);
            var walk = WalkFrom(PathText.Show(node.Path), tally);
            batch.Add(walk.Read(node));
            if (batch.Count < RereadFolders)
                continue;
            if (!Merge(true))
                return false;
        }

        return Merge(true);

        // Merged, a folder knows which of those in it are new.
        bool Merge(bool goOn)
        {
            index.Merge(batch, tally, FileIndex.ShortWait);
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
            index.Merge([inside], tally, FileIndex.ShortWait);
            found?.Invoke(inside.Folder);
        }

        return true;
    }

    private async Task<ScanResult> RunAsync(string absolute, IProgress<ScanProgress>? progress, CancellationToken cancellationToken)
    {
        var begun = index.Clock.GetTimestamp();
        var tally = new ScanTally();
        index.SetRoot(absolute, scanned: false);
        var listings = Channel.CreateBounded<FolderListing>(new BoundedChannelOptions(64) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var walking = Task.Run(() => WalkAsync(absolute, listings.Writer, tally, stop.Token), CancellationToken.None);
        try
        {
            await Task.Run(() => MergeAsync(listings.Reader, tally, progress, cancellationToken), CancellationToken.None);
            await walking;
        }
        finally
        {
            await stop.CancelAsync();
            await walking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        index.SetRoot(absolute, scanned: true);
        return tally.Result(index.Clock.GetElapsedTime(begun));
    }

    private async Task WalkAsync(string absolute, ChannelWriter<FolderListing> listings, ScanTally tally, CancellationToken cancellationToken)
    {
        try
        {
            var start = new FolderNode(null, PathText.Parts(absolute).Last(), PathText.Bytes(absolute));
            foreach (var listing in WalkFrom(absolute, tally).Tree(start))
                await listings.WriteAsync(listing, cancellationToken);
            listings.Complete();
        }
        catch (Exception e)
        {
            listings.Complete(e);
        }
    }

    private async Task MergeAsync(ChannelReader<FolderListing> listings, ScanTally tally, IProgress<ScanProgress>? progress, CancellationToken cancellationToken)
    {
        var batch = new List<FolderListing>();
        var (files, allFiles, folders, begun) = (0, 0L, 0L, index.Clock.GetTimestamp());
        while (await listings.WaitToReadAsync(cancellationToken))
        {
            while (listings.TryRead(out var listing))
            {
                batch.Add(listing);
                files += listing.Files.Count;
                if (files >= BatchFiles || index.Clock.GetElapsedTime(begun) >= BatchTime)
                    Flush();
            }
        }

        Flush();

        void Flush()
        {
            if (batch.Count == 0)
                return;
            cancellationToken.ThrowIfCancellationRequested();
            index.Merge(batch, tally, FileIndex.LongWait);
            (allFiles, folders) = (allFiles + files, folders + batch.Count);
            progress?.Report(new(allFiles, folders, PathText.Show(batch[^1].Folder.Path)));
            batch.Clear();
            (files, begun) = (0, index.Clock.GetTimestamp());
        }
    }

    private FolderWalk WalkFrom(string start, ScanTally tally) => new(HomeFor(start), index.Clock, tally, hidden);

    private byte[]? HomeFor(string start)
    {
        if (home is null)
            return null;
        var own = PathText.Bytes(PathText.Absolute(home));
        return PathText.IsInside(PathText.Bytes(start), own) ? null : own;
    }
}
