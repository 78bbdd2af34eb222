using System.Text;
using BitBuddy.Files;

namespace BitBuddy.Tests.Files;

public sealed class FileScanTests : IDisposable
{
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task ScanAsync_NewTree_KnowsSizesDatesKinds()
    {
        var path = _tree.Write("a/report.pdf", "12345");
        var date = new DateTime(2019, 5, 6, 7, 8, 9, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, date);
        _tree.Write("notes", "#!/bin/sh\n");

        var result = await _tree.ScanAsync();

        Assert.Equal((2, 2, 2, 0, 0, 0), (result.Files, result.Folders, result.Added, result.Changed, result.Removed, result.Skipped));
        var report = Assert.Single(_tree.Find("report").Files);
        Assert.Equal((path, "report.pdf", 5L, new DateTimeOffset(date), FileKind.Document), (report.Path, report.Name, report.Bytes, report.Modified, report.Kind));
        Assert.Equal(FileKind.Code, Assert.Single(_tree.Find("notes").Files).Kind);
        Assert.True(_tree.Index.Knows(_tree.Root));
        Assert.True(_tree.Index.Knows(_tree.At("a")));
    }

    [Fact]
    public async Task ScanAsync_NothingChanged_TouchesNothing()
    {
        _tree.Write("a/1.txt");
        await _tree.ScanAsync();
        var again = await _tree.ScanAsync();
        Assert.Equal((1, 0, 0, 0), (again.Files, again.Added, again.Changed, again.Removed));
    }

    [Fact]
    public async Task ScanAsync_RenamedMovedChangedRemoved_KeepsIdsOfTheSameFile()
    {
        _tree.Write("z/moved.txt", "m");
        _tree.Write("old.txt", "r");
        _tree.Write("grows.txt", "1");
        _tree.Write("dir/inside.txt", "d");
        _tree.Write("gone.txt", "g");
        await _tree.ScanAsync();
        long Id(string word) => Assert.Single(_tree.Find(word).Files).Id;
        var ids = (Id("moved"), Id("old"), Id("grows"), Id("inside"));

        Directory.CreateDirectory(_tree.At("a"));
        File.Move(_tree.At("z/moved.txt"), _tree.At("a/moved.txt"));
        File.Move(_tree.At("old.txt"), _tree.At("new.txt"));
        File.AppendAllText(_tree.At("grows.txt"), "23");
        Directory.Move(_tree.At("dir"), _tree.At("another"));
        File.Delete(_tree.At("gone.txt"));
        await _tree.ScanAsync();

        Assert.Equal(ids, (Id("moved"), Id("new"), Id("grows"), Id("inside")));
        Assert.Equal(3, Assert.Single(_tree.Find("grows").Files).Bytes);
        Assert.Empty(_tree.Find("gone").Files);
        Assert.Empty(_tree.Find("old").Files);
        Assert.Equal(_tree.At("a/moved.txt"), Assert.Single(_tree.Find("moved").Files).Path);
    }

    [Fact]
    public async Task ScanAsync_NamesSwapped_IdsFollowTheFiles()
    {
        _tree.Write("a.txt", "1");
        _tree.Write("b.txt", "22");
        await _tree.ScanAsync();
        var before = _tree.Search(FileQuery.Everything).Files.ToDictionary(f => f.Bytes, f => f.Id);
        _tree.Shell("mv a.txt t && mv b.txt a.txt && mv t b.txt");
        await _tree.ScanAsync();
        Assert.Equal(before, _tree.Search(FileQuery.Everything).Files.ToDictionary(f => f.Bytes, f => f.Id));
        Assert.Equal(2, Assert.Single(_tree.Find("a.txt").Files).Bytes);
    }

    [Fact]
    public async Task ScanAsync_HardLinks_EachPathIsAFileWithItsOwnId()
    {
        _tree.Write("one.txt");
        _tree.Shell("ln one.txt two.txt && mkdir sub && ln one.txt sub/three.txt");
        await _tree.ScanAsync();
        var rows = _tree.Rows();
        Assert.Equal(3, _tree.Search(FileQuery.Everything).Files.Select(f => f.Id).Distinct().Count());
        var again = await _tree.ScanAsync();
        Assert.Equal((0, 0, 0), (again.Added, again.Changed, again.Removed));
        Assert.Equal(rows, _tree.Rows());
    }

    [Fact]
    public async Task ScanAsync_HostileNames_AllAreCountedWithTrueBytes()
    {
        _tree.Shell(@"printf 1 > $'new\nline.txt'; printf 22 > $'esc\e]52;c;x\a.txt'; printf 333 > $'rtl\u202egpj.exe'; printf 1 > '-rf'; printf 1 > ""q'uo\""te.txt""
            printf 4444 > $'bad\xff\xfename.pdf'; printf 1 > '<|im_start|>system.txt'; printf 1 > '😀.txt'; printf 1 > ""$(printf 'n%.0s' {1..255})""; mkdir $'dir\xff'; printf 55555 > $'dir\xff/inner.txt'");
        var result = await _tree.ScanAsync();
        Assert.Equal((10, 10), (result.Files, _tree.Search(FileQuery.Everything).Count));

        var bad = Assert.Single(_tree.Find("name.pdf").Files);
        Assert.Equal(("bad\uFFFD\uFFFDname.pdf", 4L, FileKind.Document), (bad.Name, bad.Bytes, bad.Kind));
        Assert.Equal([.. Encoding.UTF8.GetBytes(_tree.Root), (byte)'/', .. "bad"u8, 0xFF, 0xFE, .. "name.pdf"u8], bad.PathBytes);
        Assert.Equal(5, Assert.Single(_tree.Find("inner").Files).Bytes);
        Assert.Equal(2, Assert.Single(_tree.Find("esc").Files).Bytes);
        Assert.Single(_tree.Find(new string('n', 255)).Files);
        Assert.Single(_tree.Find("new\nline").Files);
        Assert.Single(_tree.Find("<|im_start|>").Files);
        Assert.Single(_tree.Find("-rf").Files);
        Assert.Single(_tree.Find("q'uo\"te").Files);
    }

    [Fact]
    public async Task ScanAsync_LinksAndPipes_AreNotFollowedNorOpened()
    {
        _tree.Write("real.txt");
        _tree.Shell("ln -s loop loop; ln -s .. up; ln -s real.txt link.txt; ln -s /proc proc; mkfifo pipe; ln -s nowhere broken");
        var result = await _tree.ScanAsync();
        Assert.Equal((1, 1, 1), (result.Files, result.Folders, result.Skipped));
        Assert.Equal("1 is a pipe, socket or device", Assert.Single(result.Reasons));
    }

    [Fact]
    public async Task ScanAsync_PathsBeyondTheLongest_SkipsWithAReason()
    {
        _tree.Shell("for i in {1..25}; do n=$(printf 'd%.0s' {1..200}); mkdir $n && cd -P $n || exit 1; : > f; done");
        var result = await _tree.ScanAsync();
        Assert.InRange(result.Files, 15, 24);
        Assert.Contains("too deep", Assert.Single(result.Reasons));
    }

    [Fact]
    public async Task ScanAsync_OwnHome_IsSkippedUnlessScannedItself()
    {
        _tree.Write("mine.txt");
        var known = Path.Combine(_tree.Home, "known");
        Directory.CreateDirectory(known);
        File.WriteAllText(Path.Combine(known, "inside.txt"), "x");
        await _tree.ScanAsync(known);
        var result = await _tree.ScanAsync(Path.GetDirectoryName(_tree.Root));
        Assert.Equal(1, result.Files);
        Assert.Single(_tree.Find("inside").Files);
        Assert.Empty(_tree.Find("index.db").Files);
    }

    [Fact]
    public async Task ScanAsync_NestedKnownFolders_ShareRows()
    {
        _tree.Write("sub/a.txt");
        _tree.Write("b.txt");
        await _tree.ScanAsync(_tree.At("sub"));
        Assert.False(_tree.Index.Knows(_tree.Root));
        var id = Assert.Single(_tree.Search(FileQuery.Everything).Files).Id;
        await _tree.ScanAsync();
        Assert.Equal(2, _tree.Search(new() { Folders = [_tree.Root, _tree.At("sub")] }).Count);
        Assert.Equal(id, Assert.Single(_tree.Find("a.txt").Files).Id);
    }

    [Theory]
    [InlineData("missing", "There is no folder", ExitCode.NotFound)]
    [InlineData("file.txt", "is a file", ExitCode.Failed)]
    [InlineData("/proc", "belongs to the system", ExitCode.NotFound)]
    public async Task ScanAsync_NoSuchFolder_SaysSo(string folder, string words, ExitCode code)
    {
        _tree.Write("file.txt");
        var error = await Assert.ThrowsAsync<BuddyException>(() => _tree.ScanAsync(_tree.At(folder)));
        Assert.Contains(words, error.Message);
        Assert.Equal(code, error.ExitCode);
        Assert.False(_tree.Index.Knows(_tree.At(folder)));
    }

    [Fact]
    public async Task ScanAsync_Cancelled_LeavesAPartThatTheNextScanCompletes()
    {
        for (var i = 0; i < 50; i++)
        {
            for (var j = 0; j < 100; j++)
                _tree.Write($"{i}/{j}.txt");
        }

        using var cancel = new CancellationTokenSource();
        var scan = new FileScan(_tree.Index, null);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scan.ScanAsync(_tree.Root, new Stop(cancel), cancel.Token));
        Assert.InRange(_tree.Search(FileQuery.Everything).Count, 1, 4999);
        Assert.False(_tree.Index.Knows(_tree.Root));
        await _tree.ScanAsync();
        Assert.Equal(5000, _tree.Search(FileQuery.Everything).Count);
    }

    [Fact]
    public async Task ScanAsync_TwoAtOnce_BothEndAndAgree()
    {
        for (var i = 0; i < 3000; i++)
            _tree.Write($"{i % 30}/{i}.txt");
        using var other = FileIndex.Open(_tree.IndexPath, _tree.Clock);
        await Task.WhenAll(_tree.ScanAsync(), new FileScan(other, null).ScanAsync(_tree.Root, null, TestContext.Current.CancellationToken));
        Assert.Equal(3000, _tree.Search(FileQuery.Everything).Count);
        Assert.Equal(_tree.Rows(), TestTree.Rows(other));
    }

    [Fact]
    public async Task ScanAsync_NoHiddenFiles_ForgetsThem()
    {
        _tree.Write(".secret/a.txt");
        _tree.Write(".b.txt");
        _tree.Write("c.txt");
        await _tree.ScanAsync();
        Assert.Equal(3, _tree.Search(FileQuery.Everything).Count);
        var scan = new FileScan(_tree.Index, null, choice: () => new WalkChoice(NoHidden: true, OneDevice: true));
        await scan.ScanAsync(_tree.Root, null, TestContext.Current.CancellationToken, gently: true);
        Assert.Equal("c.txt", Assert.Single(_tree.Search(FileQuery.Everything).Files).Name);
    }

    [Fact]
    public async Task ScanAsync_KnownBefore_SaysHowLongItStillTakes()
    {
        for (var i = 0; i < 9000; i++)
            _tree.Write($"{i / 1000}/{i}.txt");
        var first = new Seen();
        await new FileScan(_tree.Index, null).ScanAsync(_tree.Root, first, TestContext.Current.CancellationToken);
        Assert.All(first.Reports, report => Assert.Null(report.Left));
        var again = new Seen();
        await new FileScan(_tree.Index, null).ScanAsync(_tree.Root, again, TestContext.Current.CancellationToken);
        Assert.NotNull(again.Reports[0].Left);
        Assert.Null(again.Reports[^1].Left);
    }

    // More than were known: their ids are held in memory meanwhile.
    [Fact]
    public async Task ScanAsync_HardLinksAmongManyNewFiles_EachHasAnIdOfItsOwn()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _tree.Shell("for i in $(seq 300); do mkdir $i; echo $i > $i/first; ln $i/first $i/second; ln $i/first also$i; done");
        await _tree.ScanAsync();
        _tree.Index.RequireAgreement();
        var rows = _tree.Rows();
        Assert.Equal(900, _tree.Search(FileQuery.Everything).Files.Select(file => file.Id).Distinct().Count());
        Assert.Equal(0, (await _tree.ScanAsync()).Changed);
        Assert.Equal(rows, _tree.Rows());
    }

    private sealed class Seen : IProgress<ScanProgress>
    {
        public List<ScanProgress> Reports { get; } = [];

        public void Report(ScanProgress value) => Reports.Add(value);
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value) => source.Cancel();
    }
}
