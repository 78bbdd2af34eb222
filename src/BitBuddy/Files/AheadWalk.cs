using System.Collections.Concurrent;

namespace BitBuddy.Files;

/// <summary>Reads a tree in a thread of its own, ahead of who asks, until it is disposed. Folders are handed over together, for each handing over wakes a thread.</summary>
internal sealed class AheadWalk : IDisposable
{
    private const int HandFolders = 16;
    private const int HandFiles = 500;
    private const int HandsAhead = 16;

    private readonly BlockingCollection<List<FolderListing>> _hands = new(HandsAhead);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _walking;

    // No thread of the pool: with two cores it has two, and who waits here would hold the other.
    public AheadWalk(IEnumerable<FolderListing> tree) =>
        _walking = Task.Factory.StartNew(() => Walk(tree), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The tree's listings as they are read; asked for once. What breaks the walk is thrown at its end.</summary>
    public IEnumerable<FolderListing> Listings()
    {
        foreach (var listing in _hands.GetConsumingEnumerable().SelectMany(hand => hand))
            yield return listing;
        _walking.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _stop.Cancel();
        Task.WhenAny(_walking).GetAwaiter().GetResult();
        _hands.Dispose();
        _stop.Dispose();
    }

    private void Walk(IEnumerable<FolderListing> tree)
    {
        try
        {
            var (hand, files) = (new List<FolderListing>(HandFolders), 0);
            foreach (var listing in tree)
            {
                hand.Add(listing);
                files += listing.Files.Count;
                if (hand.Count < HandFolders && files < HandFiles)
                    continue;
                _hands.Add(hand, _stop.Token);
                (hand, files) = (new List<FolderListing>(HandFolders), 0);
            }

            _hands.Add(hand, _stop.Token);
        }
        finally
        {
            _hands.CompleteAdding();
        }
    }
}
