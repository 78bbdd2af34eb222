using System.Threading.Channels;
using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>Brings the index in line with a folder's tree; one thread reads folders while another writes rows.</summary>
/// <param name="home">Our own folder: its files are no part of any answer, unless the scanned folder lies in it.</param>
/// <param name="hidden">What is never mentioned; it is not read.</param>
public sealed class FileScan(FileIndex index, string? home, Func<HiddenNames>? hidden = null)
{
    private const int BatchFiles = 2000;
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

    /// <summary>Reads one known folder again, and whole trees that are new in it; false when the time was up before their end.</summary>
    internal bool Rescan(FolderNode node, Func<bool> isLate)
    {
        var tally = new ScanTally();
        var walk = WalkFrom(PathText.Show(node.Path), tally);
        var listing = walk.Read(node);
        index.Merge([listing], tally, FileIndex.ShortWait);
        foreach (var fresh in listing.Folders.Where(folder => folder.IsNew))
        {
            foreach (var inside in walk.Tree(fresh))
            {
                if (isLate())
                    return false;
                index.Merge([inside], tally, FileIndex.ShortWait);
            }
        }

        return true;
    }

    /// <summary>Reads known folders again, each alone, until it is late (then false); what was read is merged at once.</summary>
    internal bool Reread(IEnumerable<FolderNode> nodes, Func<bool> isLate)
    {
        var tally = new ScanTally();
        var listings = new List<FolderListing>();
        var late = false;
        foreach (var node in nodes)
        {
            late = isLate();
            if (late)
                break;
            listings.Add(WalkFrom(PathText.Show(node.Path), tally).Read(node));
        }

        index.Merge(listings, tally, FileIndex.ShortWait);
        return !late;
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
