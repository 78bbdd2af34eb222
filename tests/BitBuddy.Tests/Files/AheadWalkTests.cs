using BitBuddy.Files;
using BitBuddy.Platform;

namespace BitBuddy.Tests.Files;

public sealed class AheadWalkTests
{
    [Fact]
    public void Listings_LongTree_ComeInOrderFromAnotherThread()
    {
        var here = Environment.CurrentManagedThreadId;
        var others = new HashSet<int>();
        using var ahead = new AheadWalk(Tree(1000, _ => others.Add(Environment.CurrentManagedThreadId)));

        Assert.Equal(Enumerable.Range(0, 1000), ahead.Listings().Select(Number));

        Assert.NotEqual(here, Assert.Single(others));
    }

    [Fact]
    public void Listings_WalkThatBreaks_BreaksAtItsEnd()
    {
        using var ahead = new AheadWalk(Tree(40, i => _ = i < 20 ? 0 : throw new IOException("gone")));
        var read = new List<int>();

        Assert.Equal("gone", Assert.Throws<IOException>(() => read.AddRange(ahead.Listings().Select(Number))).Message);

        Assert.All(read.Index(), one => Assert.Equal(one.Index, one.Item));
    }

    [Fact]
    public void Dispose_NobodyAsked_EndsTheWalk()
    {
        var ended = false;
        new AheadWalk(Endless()).Dispose();
        Assert.True(ended);

        IEnumerable<FolderListing> Endless()
        {
            try
            {
                foreach (var listing in Tree(int.MaxValue, _ => { }))
                    yield return listing;
            }
            finally
            {
                ended = true;
            }
        }
    }

    private static int Number(FolderListing listing) => int.Parse(PathText.Show(listing.Folder.Name), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<FolderListing> Tree(int folders, Action<int> read) => Enumerable.Range(0, folders).Select(i =>
    {
        read(i);
        return new FolderListing(new FolderNode(null, PathText.Bytes($"{i}"), PathText.Bytes($"/{i}")), ReadOutcome.Ok, 0, 0, [], [], []);
    });
}
