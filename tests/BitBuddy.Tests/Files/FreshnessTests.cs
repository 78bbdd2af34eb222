using BitBuddy.Files;

namespace BitBuddy.Tests.Files;

public sealed class FreshnessTests : IAsyncLifetime
{
    private readonly TestTree _tree = new();
    private Freshness _freshness = null!;

    public async ValueTask InitializeAsync()
    {
        _freshness = new(_tree.Index, new FileScan(_tree.Index, _tree.Home));
        _tree.Write("a/one.txt", "1");
        _tree.Write("b/two.txt", "22");
        await _tree.ScanAsync();
    }

    public ValueTask DisposeAsync()
    {
        _tree.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Check_ChangedFolders_AreReadAgain()
    {
        _tree.Write("a/new.txt");
        _tree.Write("c/deep/tree.txt");
        File.Delete(_tree.At("b/two.txt"));
        _tree.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(_tree.Clock.GetUtcNow(), _freshness.Check([_tree.Root], Freshness.DefaultBudget));
        Assert.Equal(["new.txt", "one.txt", "tree.txt"], _tree.Search(FileQuery.Everything).Files.Select(f => f.Name).Order());
    }

    [Fact]
    public void Check_FileThatGrewInPlace_IsKnownAtItsNewSize()
    {
        var date = Directory.GetLastWriteTimeUtc(_tree.At("a"));
        using (var grown = File.OpenWrite(_tree.At("a/one.txt")))
            grown.SetLength(5_000_000);
        Assert.Equal(date, Directory.GetLastWriteTimeUtc(_tree.At("a")));

        _freshness.Check([_tree.Root], TimeSpan.FromMinutes(1));

        var largest = _tree.Search(new FileQuery { Order = FileOrder.Largest, Take = 1 });
        Assert.Equal(("one.txt", 5_000_000L), (Assert.Single(largest.Files).Name, largest.Bytes));
    }

    [Fact]
    public void Refresh_ShownFiles_AreAsTheyAreNow()
    {
        var shown = _tree.Search(FileQuery.Everything).Files;
        File.Delete(_tree.At("b/two.txt"));
        File.WriteAllText(_tree.At("a/one.txt"), "grown");

        Assert.Equal(("one.txt", 5L), Assert.Single(Freshness.Refresh(shown).Select(file => (file.Name, file.Bytes))));
    }

    [Fact]
    public void Check_NoBudget_AnswersAsOfTheLastCheck()
    {
        var scanned = _tree.Clock.GetUtcNow();
        _tree.Clock.Advance(TimeSpan.FromHours(1));
        var asOf = _freshness.Check([], TimeSpan.Zero);
        Assert.Equal(scanned.ToUnixTimeMilliseconds(), asOf.ToUnixTimeMilliseconds());
        Assert.Equal(asOf, _tree.Index.OldestCheck([_tree.Root]));
    }

    [Fact]
    public void Check_BudgetEndsInANewTree_SaysSoAndGoesOnNextTime()
    {
        for (var i = 0; i < 20; i++)
            _tree.Write($"new/{i}/file {i}.txt");
        var scanned = _tree.Clock.GetUtcNow();
        _tree.Clock.Advance(TimeSpan.FromHours(1));
        _tree.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(10);
        Assert.Equal(scanned.ToUnixTimeMilliseconds(), _freshness.Check([], Freshness.DefaultBudget).ToUnixTimeMilliseconds());
        Assert.InRange(_tree.Find("file").Count, 0, 19);
        _tree.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        Assert.Equal(_tree.Clock.GetUtcNow(), _freshness.Check([], Freshness.DefaultBudget));
        Assert.Equal(20, _tree.Find("file").Count);
    }

    [Fact]
    public void Check_FolderReplacedByALink_IsNotFollowed()
    {
        _tree.Shell("mv a /tmp/$$-a && rm -r /tmp/$$-a && ln -s b a");
        _freshness.Check([], Freshness.DefaultBudget);
        Assert.Equal("two.txt", Assert.Single(_tree.Search(FileQuery.Everything).Files).Name);
    }

    [Fact]
    public void Check_KnownFolderAway_KeepsWhatIsKnown()
    {
        Directory.Move(_tree.Root, _tree.Root + "-away");
        _freshness.Check([], Freshness.DefaultBudget);
        Directory.Move(_tree.Root + "-away", _tree.Root);
        Assert.Equal(2, _tree.Search(FileQuery.Everything).Count);
        Assert.True(_tree.Index.Knows(_tree.Root));
    }

    [Fact]
    public void Confirm_ShownFilesChangedAndGone_AnswerIsPutRight()
    {
        var biggest = new FileQuery { Order = FileOrder.Largest, Take = 1 };
        var before = _tree.Search(biggest);
        Assert.Equal("two.txt", before.Files[0].Name);
        File.Delete(_tree.At("b/two.txt"));
        File.WriteAllText(_tree.At("a/one.txt"), "longer");
        var after = _freshness.Confirm(biggest, 10, before, TestContext.Current.CancellationToken);
        Assert.Equal((1, 6, "one.txt"), (after.Count, after.Bytes, Assert.Single(after.Files).Name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task CatchUpAsync_CheckThatWasLate_IsFinishedHoweverLatelyAllWasRead(int lateAfter)
    {
        await CatchUpAsync();
        _tree.Write("new/deep/three.txt");
        _tree.Clock.Advance(TimeSpan.FromSeconds(1));
        _tree.Clock.AutoAdvanceAmount = Freshness.DefaultBudget / Math.Max(1, lateAfter);
        _freshness.Check([_tree.Root], Freshness.DefaultBudget);
        _tree.Clock.AutoAdvanceAmount = TimeSpan.Zero;

        await CatchUpAsync();

        Assert.Equal(1, _tree.Find("three").Count);
        await File.AppendAllTextAsync(_tree.At("a/one.txt"), "more", TestContext.Current.CancellationToken);
        await CatchUpAsync();
        // Once.
        Assert.Equal(1, _tree.Find("one").Bytes);
    }

    [Fact]
    public async Task CatchUpAsync_InPlaceChange_IsFoundUnlessItsFolderWasReadLately()
    {
        await File.AppendAllTextAsync(_tree.At("a/one.txt"), "more", TestContext.Current.CancellationToken);
        _tree.Clock.Advance(TimeSpan.FromSeconds(9));
        await CatchUpAsync();
        Assert.Equal(3, _tree.Search(FileQuery.Everything).Bytes);

        _tree.Clock.Advance(TimeSpan.FromSeconds(1));
        await CatchUpAsync();
        Assert.Equal(7, _tree.Search(FileQuery.Everything).Bytes);
    }

    private Task CatchUpAsync() => _freshness.CatchUpAsync([_tree.Root, _tree.At("missing")], TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
}
