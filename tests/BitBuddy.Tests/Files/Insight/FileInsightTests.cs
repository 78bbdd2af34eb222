using BitBuddy.Files;
using BitBuddy.Files.Contents;
using BitBuddy.Tests.Files.Contents;

namespace BitBuddy.Tests.Files.Insight;

/// <summary>Insights over real files and a real index.</summary>
public sealed class FileInsightTests : IDisposable
{
    private readonly TestTree _tree = new();
    private readonly HashStore _hashes;
    private readonly FileContents _contents;
    private readonly FileInsight _insight;
    private readonly List<InsightProgress> _told = [];

    public FileInsightTests()
    {
        _contents = new FileContents(_tree.IndexPath, () => [], AppReader.Start, _tree.Clock);
        _hashes = new HashStore(new HashDatabase(Path.Combine(_tree.Home, "hashes.db")), _tree.Clock);
        _insight = new FileInsight(_tree.Index, _hashes, _contents.KeptText);
    }

    public void Dispose()
    {
        _hashes.Dispose();
        _tree.Dispose();
    }

    [Fact]
    public async Task Duplicates_SameBytes_AreGroupedByWhatTheyWaste()
    {
        WriteLarge("a/big.bin", 100_000, 1);
        WriteLarge("b/big copy.bin", 100_000, 1);
        WriteLarge("c/big (1).bin", 100_000, 1);
        _tree.Write("small.txt", "hello");
        _tree.Write("small too.txt", "hello");
        _tree.Write("other.txt", "hallo");
        _tree.Write("empty1.txt", "");
        _tree.Write("empty2.txt", "");

        var found = await FindAsync();

        Assert.Equal((2L, 5L, 200_005L), (found.GroupCount, found.Count, found.Wasted));
        Assert.Equal([3, 2], found.Groups.Select(group => group.Count));
        Assert.Equal(["small too.txt", "small.txt"], found.Groups[1].Files.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal(found.Groups.SelectMany(group => group.Files), found.Files);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50_000)]
    [InlineData(99_999)]
    public async Task Duplicates_OneByteDiffersAnywhere_AreNone(int at)
    {
        WriteLarge("a.bin", 100_000, 1);
        var path = WriteLarge("b.bin", 100_000, 1);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes[at] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        Assert.Equal(0, (await FindAsync()).GroupCount);
    }

    [Fact]
    public async Task Duplicates_HardLinks_AreOneFile()
    {
        WriteLarge("a.bin", 100_000, 1);
        _tree.Shell("ln a.bin link.bin; ln a.bin 'link two.bin'");
        Assert.Equal(0, (await FindAsync()).GroupCount);

        _tree.Shell("cp a.bin copy.bin");
        Assert.Equal((1L, 2L), ((await FindAsync()).GroupCount, (await FindAsync()).Count));
    }

    [Fact]
    public async Task Duplicates_ASecondRun_ReadsOnlyWhatChanged()
    {
        WriteLarge("a.bin", 100_000, 1);
        WriteLarge("b.bin", 100_000, 1);
        WriteLarge("c.bin", 100_000, 2);
        await FindAsync();
        Assert.True(_told[^1].Bytes > 200_000);

        using var reopened = new HashStore(new HashDatabase(Path.Combine(_tree.Home, "hashes.db")), _tree.Clock);
        var again = new FileInsight(_tree.Index, reopened, _contents.KeptText).Duplicates(new() { Folders = [_tree.Root] }, 20, new Told(_told), TestContext.Current.CancellationToken);
        Assert.Equal((1L, 0L), (again.GroupCount, _told[^1].Bytes));

        WriteLarge("b.bin", 100_000, 3);
        File.SetLastWriteTimeUtc(_tree.At("b.bin"), DateTime.UtcNow.AddHours(-1));
        Assert.Equal(0, (await FindAsync()).GroupCount);
    }

    [Fact]
    public async Task Duplicates_Stopped_KeepsWhatWasReadAndFindsAllNextTime()
    {
        for (var i = 0; i < 40; i++)
            WriteLarge($"{i}.bin", 40_000 + (i / 2), i / 2);
        await _tree.ScanAsync();
        using var stop = new CancellationTokenSource();
        var stopping = new Stopping(stop, after: 3);

        Assert.ThrowsAny<OperationCanceledException>(() => _insight.Duplicates(new() { Folders = [_tree.Root] }, 20, stopping, stop.Token));

        Assert.Equal(20, (await FindAsync()).GroupCount);
    }

    [Fact]
    public async Task Duplicates_NamesThatAreNoText_AreFound()
    {
        _tree.Shell("""printf same > $'bad\xff.txt'; printf same > $'so\nso.txt'""");
        var found = await FindAsync();
        Assert.Equal(2, found.Count);
        Assert.Contains(found.Files, file => file.PathBytes is not null);
    }

    [Fact]
    public async Task Versions_InAFolder_TheNewestFirstAndTextsCompared()
    {
        At(_tree.Write("report.txt", "one\ntwo\n"), 30);
        At(_tree.Write("report_final.txt", "one\ntwo\nthree\n"), 20);
        At(_tree.Write("report FINAL v2.txt", "one\n2\nthree\n"), 10);
        At(_tree.Write("elsewhere/report (1).txt", "one\n"), 5);
        At(_tree.Write("chapter 1.txt"), 5);
        At(_tree.Write("chapter 2.txt"), 5);
        await _tree.ScanAsync();

        var found = Versions();

        var chain = Assert.Single(found.Groups);
        Assert.Equal(["report FINAL v2.txt", "report_final.txt", "report.txt"], chain.Files.Select(file => file.Name));
        Assert.Equal([new LineChange(1, 1), new LineChange(1, 0), null], chain.Changes);
        Assert.Equal(chain.Bytes - chain.Files[0].Bytes, chain.Wasted);
        Assert.Equal(4, Versions("report").Groups[0].Count);
    }

    [Fact]
    public async Task Versions_OfDocuments_AreComparedByTheTextThatWasRead()
    {
        AppReader.NeedsLinux();
        At(Documents.Word(_tree.At("report.docx"), "One paragraph.", "Two stays."), 30);
        At(Documents.Word(_tree.At("report_final.docx"), "Two stays.", "Three is new.", "So is four."), 20);
        At(Documents.OpenText(_tree.At("letter.odt"), "Dear all"), 30);
        At(Documents.OpenText(_tree.At("letter v2.odt"), "Dear all", "and you"), 20);
        await _tree.ScanAsync();
        Assert.All(Versions().Groups, chain => Assert.All(chain.Changes, Assert.Null));

        await _contents.ReadAsync(null, TestContext.Current.CancellationToken);

        var chains = Versions().Groups.ToDictionary(chain => chain.Files[0].Name, chain => chain.Changes);
        Assert.Equal([new LineChange(2, 1), null], chains["report_final.docx"]);
        Assert.Equal([new LineChange(1, 0), null], chains["letter v2.odt"]);
        At(Documents.Word(_tree.At("report_final.docx"), "Two stays."), 10);
        await _tree.ScanAsync();
        // What was read is not its text any more.
        Assert.All(Versions("report").Groups[0].Changes, Assert.Null);
    }

    [Fact]
    public async Task Versions_UnpackedTogether_NamesDecide()
    {
        foreach (var name in (string[])["plan v2.odt", "plan v10.odt", "plan.odt"])
            At(_tree.Write(name), 10);
        await _tree.ScanAsync();
        Assert.Equal(["plan v10.odt", "plan v2.odt", "plan.odt"], Versions().Files.Select(file => file.Name));
    }

    [Fact]
    public async Task Versions_SeriesAndPhotos_AreNone()
    {
        for (var i = 1; i < 20; i++)
            _tree.Write($"scan {i}.pdf");
        for (var i = 1; i < 20; i++)
            _tree.Write($"trip 2024-03-{i:00}.jpg");
        _tree.Write("readme.md");
        _tree.Write("a/readme.md");
        await _tree.ScanAsync();
        Assert.Equal(0, Versions().GroupCount);
        Assert.Equal(0, Versions("readme").GroupCount);
    }

    [Fact]
    public async Task Stale_OldDates_TheLongestUnusedFirst()
    {
        At(_tree.Write("old.txt"), 800);
        At(_tree.Write("older.txt"), 900);
        At(_tree.Write("new.txt"), 20);
        await _tree.ScanAsync();

        var found = Stale(new() { Folders = [_tree.Root] });

        Assert.Equal(["older.txt", "old.txt"], found.Files.Select(file => file.Name));
        Assert.Equal(_tree.Clock.GetUtcNow().AddMonths(-FileInsight.StaleMonths), found.Since);
        Assert.Equal(["older.txt"], Stale(new() { Folders = [_tree.Root], Until = DateTimeOffset.UtcNow.AddDays(-850) }).Files.Select(file => file.Name));
    }

    [Fact]
    public async Task Stale_OpenedLately_IsNotStaleWhereTheDiskTells()
    {
        var path = _tree.Write("read.txt");
        At(path, 800);
        _tree.Write("kept.txt");
        At(_tree.At("kept.txt"), 800);
        File.SetLastAccessTimeUtc(path, DateTime.UtcNow);
        await _tree.ScanAsync();

        var found = Stale(new() { Folders = [_tree.Root] });

        Assert.Equal(found.OpeningIsKnown ? ["kept.txt"] : ["kept.txt", "read.txt"], found.Files.Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Changes_OfToday_AreToldFromOldFiles()
    {
        _tree.Write("new.txt");
        await _tree.ScanAsync();
        // Made just now, whatever its date says: the disk knows when.
        var changes = _insight.Changes(new() { Folders = [_tree.Root], From = DateTimeOffset.UtcNow.AddHours(-1) }, TestContext.Current.CancellationToken);
        Assert.True(changes is null || changes == new ChangeCount(1, 0));
        var later = _insight.Changes(new() { Folders = [_tree.Root], From = DateTimeOffset.MinValue.AddYears(1980) }, TestContext.Current.CancellationToken);
        Assert.True(later is null || later.Added + later.Changed == 1);
    }

    [Fact]
    public async Task Changes_OfFilesThatCameLaterWithTheirOldDates_AreNotTold()
    {
        At(_tree.Write("unpacked.txt"), 1);
        await _tree.ScanAsync();

        // Of that day they were neither made nor, for all that is known, there before.
        Assert.Null(_insight.Changes(
            new() { Folders = [_tree.Root], From = DateTimeOffset.UtcNow.AddDays(-2), Until = DateTimeOffset.UtcNow.AddHours(-1) }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Tidy_ACopyThatIsAlsoAVersion_LeavesOneOfThem()
    {
        At(_tree.Write("menu.pdf", "same"), 900);
        At(_tree.Write("menu copy.pdf", "same"), 800);
        await _tree.ScanAsync();

        var found = _insight.Tidy(new() { Folders = [_tree.Root] }, null, TestContext.Current.CancellationToken);

        Assert.Single(found.Groups.SelectMany(group => group.Files));
    }

    [Fact]
    public async Task Tidy_AMess_NamesEachPart()
    {
        _tree.Write("a.txt", "same");
        _tree.Write("Downloads/b.txt", "same");
        At(_tree.Write("thesis.odt", "long"), 900);
        At(_tree.Write("thesis final.odt", "longer"), 10);
        At(_tree.Write("letter.odt", "letter"), 900);
        _tree.Write("Downloads/setup.deb", "installer");
        await _tree.ScanAsync();

        var found = _insight.Tidy(new() { Folders = [_tree.Root] }, null, TestContext.Current.CancellationToken);

        Assert.Equal(
            [(GroupKind.Duplicates, null, 1L), (GroupKind.OldVersions, null, 1L), (GroupKind.Stale, null, 1L), (GroupKind.Downloads, FileKind.App, 1L), (GroupKind.Downloads, FileKind.Document, 1L)],
            found.Groups.Select(group => (group.What, group.Kind, group.Count)));
        // The old thesis is both outdated and stale, and counts once.
        Assert.Equal(3, found.Count);
    }

    private async Task<BitBuddy.Files.Insight> FindAsync()
    {
        await _tree.ScanAsync();
        return _insight.Duplicates(new() { Folders = [_tree.Root] }, 20, new Told(_told), TestContext.Current.CancellationToken);
    }

    private BitBuddy.Files.Insight Versions(params string[] words) =>
        _insight.Versions(new() { Folders = [_tree.Root], Words = words }, 20, TestContext.Current.CancellationToken);

    private BitBuddy.Files.Insight Stale(FileQuery query) => _insight.Stale(query, 20, null, TestContext.Current.CancellationToken);

    private static void At(string path, int daysAgo)
    {
        File.SetLastAccessTimeUtc(path, DateTime.UtcNow.AddDays(-daysAgo));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-daysAgo));
    }

    private string WriteLarge(string relative, int bytes, int seed)
    {
        var path = _tree.Write(relative);
        var content = new byte[bytes];
        new Random(seed).NextBytes(content);
        File.WriteAllBytes(path, content);
        return path;
    }

    private sealed class Told(List<InsightProgress> told) : IProgress<InsightProgress>
    {
        public void Report(InsightProgress value) => told.Add(value);
    }

    private sealed class Stopping(CancellationTokenSource stop, int after) : IProgress<InsightProgress>
    {
        private int _reports;

        public void Report(InsightProgress value)
        {
            if (Interlocked.Increment(ref _reports) == after)
                stop.Cancel();
        }
    }
}
