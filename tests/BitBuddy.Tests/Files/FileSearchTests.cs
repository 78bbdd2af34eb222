using BitBuddy.Files;
using FsCheck;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Files;

public sealed class FileSearchTests : IAsyncLifetime
{
    private readonly TestTree _tree = new();

    public async ValueTask InitializeAsync()
    {
        Write("Thesis/draft one.pdf", 100, 2019);
        Write("Thesis/Chapters/Résumé.docx", 300, 2020);
        Write("Pictures/holiday.jpg", 5000, 2021);
        Write("Pictures/Holiday/beach.JPEG", 7000, 2022);
        Write("taxes.tar.gz", 900, 2023);
        Write("taxes 2019.pdf", 50, 2019);
        await _tree.ScanAsync();
    }

    public ValueTask DisposeAsync()
    {
        _tree.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("thesis", "Résumé.docx, draft one.pdf")]
    [InlineData("RESUME", "Résumé.docx")]
    [InlineData("re\u0301sume\u0301", "Résumé.docx")]
    [InlineData("thesis resume", "Résumé.docx")]
    [InlineData("holiday", "beach.JPEG, holiday.jpg")]
    [InlineData("holiday jpg", "holiday.jpg")]
    [InlineData("gz", "taxes.tar.gz")]
    [InlineData("19", "taxes 2019.pdf")]
    [InlineData("axe", "taxes 2019.pdf, taxes.tar.gz")]
    [InlineData("taxes thesis", "")]
    [InlineData("oot", "Résumé.docx, beach.JPEG, draft one.pdf, holiday.jpg, taxes 2019.pdf, taxes.tar.gz")]
    public void Search_Words_MatchNamesAndFoldersOnThePath(string words, string expected)
    {
        var found = _tree.Search(new() { Words = words.Split(' ') });
        Assert.Equal(expected, string.Join(", ", found.Files.Select(f => f.Name).Order(StringComparer.Ordinal)));
        Assert.Equal(found.Files.Sum(f => f.Bytes), found.Bytes);
    }

    [Fact]
    public void Search_WordAboveTheKnownFolder_DoesNotMatch() => Assert.Empty(_tree.Find("bitbuddy").Files);

    [Fact]
    public void Search_Relevance_ExactThenWordThenPartThenFolder()
    {
        Assert.Equal(["holiday.jpg", "beach.JPEG"], _tree.Find("holiday").Files.Select(f => f.Name));
        Assert.Equal(["taxes 2019.pdf", "taxes.tar.gz"], _tree.Find("taxes").Files.OrderBy(f => f.Modified).Select(f => f.Name));
        Assert.Equal("taxes 2019.pdf", _tree.Find("taxes 2019").Files[0].Name);
    }

    [Fact]
    public void Search_KindsExtensionsSizesDates_Limit()
    {
        Assert.Equal(2, _tree.Search(new() { Kinds = [FileKind.Image] }).Count);
        Assert.Equal((2, 150), (_tree.Search(new() { Extensions = ["pdf"] }).Count, _tree.Search(new() { Extensions = ["pdf"] }).Bytes));
        Assert.Equal(3, _tree.Search(new() { Kinds = [FileKind.Archive], Extensions = ["pdf"] }).Count);
        Assert.Equal(1, _tree.Search(new() { Extensions = ["jpeg"] }).Count);
        Assert.Equal(2, _tree.Search(new() { MinBytes = 300, MaxBytes = 900 }).Count);
        Assert.Equal(2, _tree.Search(new() { From = Year(2019), Until = Year(2020) }).Count);
        Assert.Equal(1, _tree.Search(new() { Words = ["taxes"], From = Year(2020) }).Count);
        Assert.Equal(0, _tree.Search(new() { From = DateTimeOffset.MaxValue }).Count);
    }

    [Fact]
    public void Search_PlacesAndFolders_AreRecursiveOnWholeNames()
    {
        Assert.Equal(2, _tree.Search(new() { Places = ["thesis"] }).Count);
        Assert.Equal(4, _tree.Search(new() { Places = ["thesis", "pictures"] }).Count);
        Assert.Equal(2, _tree.Search(new() { Places = ["thesis", "chapters"] }).Count);
        Assert.Equal(1, _tree.Search(new() { Places = ["thesis/chapters"] }).Count);
        Assert.Equal(2, _tree.Search(new() { Places = ["Root/Thesis"] }).Count);
        Assert.Equal(2, _tree.Search(new() { Places = ["thesis/chapters", "holiday"] }).Count);
        Assert.Equal(0, _tree.Search(new() { Places = ["chapters/thesis"] }).Count);
        Assert.Equal(0, _tree.Search(new() { Places = ["thesis/thesis"] }).Count);
        Assert.Equal(0, _tree.Search(new() { Places = ["/"] }).Count);
        Assert.Equal(0, _tree.Search(new() { Places = ["thes"] }).Count);
        Assert.Equal(2, _tree.Search(new() { Folders = [_tree.At("Pictures")] }).Count);
        Assert.Equal(0, _tree.Search(new() { Folders = [_tree.At("Pict")] }).Count);
        Assert.Equal((2, 400), _tree.Index.Totals([_tree.At("Thesis") + "/"]));
        Assert.True(_tree.Index.HasFolderNamed("CHAPTERS"));
        Assert.False(_tree.Index.HasFolderNamed("chapter"));
    }

    [Fact]
    public async Task Totals_WhoeverWrites_AreThoseOfNow()
    {
        Assert.Equal(6, _tree.Index.Totals([]).Files);
        Assert.Equal(2, _tree.Index.Totals([_tree.At("Thesis")]).Files);
        Write("Thesis/new.pdf", 1, 2024);
        await _tree.ScanAsync();
        Assert.Equal((3, 401), _tree.Index.Totals([_tree.At("Thesis")]));

        File.Delete(_tree.At("Thesis/new.pdf"));
        using (var other = FileIndex.Open(_tree.IndexPath, _tree.Clock))
            await new FileScan(other, null).ScanAsync(_tree.Root, null, TestContext.Current.CancellationToken);
        Assert.Equal((2, 400), _tree.Index.Totals([_tree.At("Thesis")]));
    }

    [Fact]
    public void State_WhereADateAloneChanged_IsTheSame()
    {
        using var database = IndexDatabase.Open(null);
        var folders = new FolderTable(database);
        var made = folders.Ensure("/a/b");
        var before = database.State();
        Assert.True(folders.MarkRead(made, null, "b"u8.ToArray(), 1, 1, null));
        var read = database.State();
        Assert.True(folders.MarkRead(made, null, "b"u8.ToArray(), 1, 2, null));
        folders.MarkChecked(made, 3);

        Assert.NotEqual(before, read);
        Assert.Equal(read, database.State());
        Assert.Equal(3, folders.CheckedAt(made));
    }

    [Fact]
    public void Search_OrderAndTake_LimitTheMatchItself()
    {
        var largest = _tree.Search(new() { Order = FileOrder.Largest, Take = 2 }, limit: 1);
        Assert.Equal((2, 12000, "beach.JPEG"), (largest.Count, largest.Bytes, Assert.Single(largest.Files).Name));
        var newest = _tree.Search(new() { Words = ["thesis"], Order = FileOrder.Newest, Take = 1 });
        Assert.Equal((1, 300), (newest.Count, newest.Bytes));
        Assert.Equal("taxes 2019.pdf", _tree.Search(new() { Order = FileOrder.Smallest }, 1).Files[0].Name);
        Assert.Equal(2019, _tree.Search(new() { Order = FileOrder.Oldest }, 1).Files[0].Modified.Year);
    }

    [Fact]
    public void Search_Exceptions_AreLeftOut()
    {
        Assert.Equal(["Résumé.docx", "beach.JPEG", "holiday.jpg", "taxes.tar.gz"], Names(new() { Except = [new() { Extensions = ["pdf"] }] }));
        Assert.Equal(["Résumé.docx", "beach.JPEG", "draft one.pdf", "holiday.jpg"], Names(new() { Except = [new() { Words = ["taxes"] }] }));
        Assert.Equal(["draft one.pdf"], Names(new() { Extensions = ["pdf"], Except = [new() { Words = ["taxes"] }, new() { Words = ["nowhere"] }] }));
        Assert.Equal(["holiday.jpg"], Names(new() { Words = ["holiday"], Except = [new() { Words = ["beach"] }] }));
        Assert.Equal(["taxes 2019.pdf", "taxes.tar.gz"], Names(new() { Except = [new() { Places = ["thesis", "pictures"] }] }));
        Assert.Equal(["Résumé.docx", "beach.JPEG", "draft one.pdf", "holiday.jpg", "taxes.tar.gz"], Names(new() { Except = [new() { Words = ["taxes"], Extensions = ["pdf"] }] }));
        Assert.Equal(["beach.JPEG"], Names(new() { Words = ["holiday"], Except = [new() { Words = ["holiday", "jpg"] }] }));
        Assert.Equal(4, _tree.Search(new() { Except = [new() { From = Year(2019), Until = Year(2020) }] }, limit: 0).Count);
    }

    [Fact]
    public void Search_Alternatives_OneOfThemIsEnough()
    {
        Assert.Equal(["draft one.pdf", "taxes 2019.pdf", "taxes.tar.gz"], Names(new() { Either = [["taxes"], ["draft", "one"]] }));
        Assert.Equal(["taxes 2019.pdf"], Names(new() { Words = ["taxes"], Either = [["2019"], ["draft"]] }));
        Assert.Equal(["holiday.jpg"], Names(new() { Either = [[new string('x', 300)], ["holiday", "jpg"]] }));
        Assert.Equal("taxes 2019.pdf", _tree.Search(new() { Either = [["axe"], ["taxes", "2019"]] }).Files[0].Name);
    }

    [Fact]
    public void Search_SkipAndTake_AreOfTheOrder()
    {
        var second = _tree.Search(new() { Order = FileOrder.Largest, Skip = 1, Take = 1 });
        Assert.Equal((1, 5000, "holiday.jpg"), (second.Count, second.Bytes, Assert.Single(second.Files).Name));
        var rest = _tree.Search(new() { Order = FileOrder.Largest, Skip = 4 }, limit: 1);
        Assert.Equal((2, 150, "draft one.pdf"), (rest.Count, rest.Bytes, Assert.Single(rest.Files).Name));
        Assert.Equal(0, _tree.Search(new() { Skip = 9, Take = 3 }).Count);
        Assert.Equal(["beach.JPEG", "draft one.pdf", "holiday.jpg", "Résumé.docx"], _tree.Search(new() { Order = FileOrder.Name, Take = 4 }).Files.Select(file => file.Name));
    }

    [Fact]
    public async Task Search_NoEnding_IsANameWithoutADot()
    {
        _tree.Write("Makefile");
        _tree.Write(".hidden");
        await _tree.ScanAsync();

        Assert.Equal([".hidden", "Makefile"], Names(new() { Extensions = [""] }));
    }

    [Fact]
    public void Search_EqualMatches_ComeByTheirUse()
    {
        Assert.Equal("taxes.tar.gz", _tree.Find("taxes").Files[0].Name);
        var used = _tree.Find("2019").Files[0].Id;

        _tree.Index.Weights = () => new Dictionary<long, double> { [used] = 1 };

        Assert.Equal("taxes 2019.pdf", _tree.Find("taxes").Files[0].Name);
        Assert.Equal("taxes.tar.gz", _tree.Find("taxes", "gz").Files[0].Name);
    }

    private IEnumerable<string> Names(FileQuery query) => _tree.Search(query).Files.Select(file => file.Name).Order(StringComparer.Ordinal);

    [Theory]
    [InlineData("holyday", "holiday.jpg")]
    [InlineData("taxse", "taxes.tar.gz")]
    [InlineData("drfat", "draft one.pdf")]
    [InlineData("thesis nonsense", "draft one.pdf")]
    public void Near_NothingFound_OffersTheNearest(string words, string expected)
    {
        var query = new FileQuery { Words = words.Split(' ') };
        Assert.Equal(0, _tree.Search(query).Count);
        Assert.Contains(_tree.Index.Near(query, 5), file => file.Name == expected);
    }

    [Property(MaxTest = 200)]
    public void Search_AnyWords_AgreesWithLookingAtEveryName(string?[] words, bool hostile)
    {
        var query = new FileQuery { Words = [.. words.Select(word => hostile ? $"{word}\" OR * NEAR( '--;" : word ?? "")], Places = hostile ? ["'; DROP TABLE files; --"] : [] };
        Assert.Equal(hostile ? 0 : _tree.Search(FileQuery.Everything).Files.Count(file => Matches(file, query.Words)), _tree.Search(query).Count);
        Assert.Equal(6, _tree.Search(FileQuery.Everything).Count);
    }

    [Fact]
    public void Search_PiecesOfNames_AreAlwaysFound()
    {
        foreach (var file in _tree.Search(FileQuery.Everything).Files)
        {
            for (var start = 0; start < file.Name.Length; start++)
            {
                for (var end = start + 1; end <= file.Name.Length; end++)
                    Assert.Contains(_tree.Find(file.Name[start..end]).Files, found => found.Id == file.Id);
            }
        }
    }

    [Fact]
    public void Search_HugeWord_FindsNothing() => Assert.Empty(_tree.Find(new string('a', 100_000)).Files);

    private bool Matches(FileEntry file, IReadOnlyList<string> words) => words.All(word =>
        file.Path[(Path.GetDirectoryName(_tree.Root)!.Length + 1)..].Split('/').Any(part => NameFold.Fold(part).Contains(NameFold.Fold(word), StringComparison.Ordinal)));

    private static DateTimeOffset Year(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private void Write(string relative, int bytes, int year) =>
        File.SetLastWriteTimeUtc(_tree.Write(relative, new string('x', bytes)), new DateTime(year, 6, 1, 0, 0, 0, DateTimeKind.Utc));
}
