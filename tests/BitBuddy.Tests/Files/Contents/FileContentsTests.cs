using System.Text;
using BitBuddy.Files;
using BitBuddy.Files.Contents;
using BitBuddy.Platform;

namespace BitBuddy.Tests.Files.Contents;

/// <summary>Real files, a real index, real contents; plain text, for nothing else is read without a process of its own.</summary>
public sealed class FileContentsTests : IDisposable
{
    private readonly TestTree _tree = new();
    private readonly List<string> _off = [];
    private readonly FileContents _contents;

    public FileContentsTests() => _contents = new FileContents(_tree.IndexPath, () => _off, reader: null, _tree.Clock);

    public void Dispose() => _tree.Dispose();

    private string Kept => RawText.OfDatabase(Path.Combine(_tree.Home, "contents.db"));

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private async Task<ContentsResult> ReadAsync()
    {
        await _tree.ScanAsync();
        return await _contents.ReadAsync(null, Now);
    }

    private string[] Inside(params string[] words) => [.. _tree.Search(new() { Inside = words }).Files.Select(file => file.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Search_ForWordsInTexts_FindsThemWhateverTheirCaseAccentOrNumber()
    {
        _tree.Write("a.txt", "We sent the INVOICES to Café Müller.");
        _tree.Write("b.txt", "The universe is large; cafés are small.");
        _tree.Write("c.txt", "An invoice, at last.");
        await ReadAsync();

        Assert.Equal(["a.txt", "c.txt"], Inside("invoice"));
        Assert.Equal(["a.txt", "b.txt"], Inside("cafe"));
        Assert.Equal(["a.txt"], Inside("cafe muller"));
        Assert.Equal(["a.txt"], Inside("invoice", "muller"));
        Assert.Empty(Inside("university"));
        Assert.Empty(Inside("muller cafe"));
        Assert.Empty(Inside("\" OR text NEAR(", "*"));
    }

    [Fact]
    public async Task Search_InAScriptWithoutSpaces_FindsAPieceOfASentence()
    {
        _tree.Write("a.txt", "今日は東京都で会議があります");
        await ReadAsync();

        Assert.Equal(["a.txt"], Inside("会議"));
        Assert.Empty(Inside("議会"));
    }

    [Fact]
    public async Task Search_ForAWord_ShowsThePieceItStandsIn()
    {
        _tree.Write("a.txt", string.Join(' ', Enumerable.Repeat("filler", 50)) + "\nthe KEEPERS light\nthe lamp " + string.Join(' ', Enumerable.Repeat("more", 50)));
        await ReadAsync();

        var snippet = Assert.Single(_tree.Search(new() { Inside = ["keeper"] }).Files).Snippet;
        Assert.StartsWith("… filler", snippet, StringComparison.Ordinal);
        Assert.Contains("the KEEPERS light the lamp more", snippet, StringComparison.Ordinal);
        Assert.EndsWith("more …", snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_AfterAFileChanged_NoLongerCountsItsOldText()
    {
        var path = _tree.Write("a.txt", "the old word");
        await ReadAsync();
        File.WriteAllText(path, "another thing altogether");
        await _tree.ScanAsync();
        Assert.Empty(Inside("old"));

        Assert.Equal(1, (await ReadAsync()).Read);

        Assert.Equal(["a.txt"], Inside("another"));
    }

    [Fact]
    public async Task Read_Again_ReadsNothingThatIsKnown()
    {
        _tree.Write("a.txt", "text");
        _tree.Write("b.bin", "\0\0\0\u0001");
        var first = await ReadAsync();
        Assert.Equal((1, 1, 0), (first.Read, first.Nothing, first.Failed));

        var second = await ReadAsync();

        Assert.Equal((0, 0, 0), (second.Read, second.Nothing, second.Failed));
        Assert.Empty(_contents.Waiting(Now));
    }

    [Fact]
    public async Task Read_Stopped_KeepsWhatItReadAndGoesOnThere()
    {
        for (var i = 0; i < 300; i++)
            _tree.Write($"{i}.txt", $"word{i}");
        await _tree.ScanAsync();
        using var stop = new CancellationTokenSource();
        var progress = new Doing(100, stop.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _contents.ReadAsync(progress, stop.Token));

        var waiting = _contents.Waiting(Now).Length;
        Assert.InRange(waiting, 1, 200);
        Assert.Equal(waiting, (await ReadAsync()).Read);
        Assert.Equal(["7.txt"], Inside("word7"));
    }

    [Fact]
    public async Task Read_NewestFirst()
    {
        for (var i = 0; i < 20; i++)
            File.SetLastWriteTimeUtc(_tree.Write($"{i}.txt", "x"), DateTime.UtcNow.AddDays(-i));
        await _tree.ScanAsync();
        var seen = new Seen();

        await _contents.ReadAsync(seen, Now);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}.txt"), seen.Files.Select(file => Path.GetFileName(file)));
    }

    [Fact]
    public async Task Read_ALinkAPipeOrAClosedFile_IsNotOpened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT TESTED: links and pipes of Unix.");
        _tree.Write("a.txt", "here");
        await _tree.ScanAsync();
        _tree.Shell("rm a.txt; ln -s /etc/passwd a.txt; mkfifo b.txt");

        var result = await _contents.ReadAsync(null, Now);

        Assert.Equal((0, 0, 1), (result.Read, result.Nothing, result.Failed));
        Assert.Equal(ContentReason.Unreadable, Assert.Single(_contents.Problems()).Reason);
        Assert.DoesNotContain("root:", Kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_AFileThatFailed_IsNotTriedAgainUntilItChanges()
    {
        AppReader.NeedsLinux();
        var contents = new FileContents(_tree.IndexPath, () => [], AppReader.Start, _tree.Clock);
        await File.WriteAllBytesAsync(_tree.At("cut.docx"), Samples.Bytes("report.docx")[..4000], Now);
        await _tree.ScanAsync();
        Assert.Equal(1, (await contents.ReadAsync(null, Now)).Failed);

        await _tree.ScanAsync();
        Assert.Empty(contents.Waiting(Now));
        Assert.Equal(0, (await contents.ReadAsync(null, Now)).Failed);
        Assert.Equal(("cut.docx", ContentReason.Damaged), (Path.GetFileName(Assert.Single(contents.Problems()).Path), contents.Problems()[0].Reason));

        await File.WriteAllBytesAsync(_tree.At("cut.docx"), Samples.Bytes("report.docx"), Now);
        await _tree.ScanAsync();
        Assert.Equal((1, 0), (await contents.ReadAsync(null, Now)) is var again ? (again.Read, again.Failed) : default);
        Assert.Empty(contents.Problems());
    }

    [Fact]
    public async Task Read_AFileThatFailed_IsTriedAgainWhenAsked()
    {
        AppReader.NeedsLinux();
        var contents = new FileContents(_tree.IndexPath, () => [], AppReader.Start, _tree.Clock);
        await File.WriteAllBytesAsync(_tree.At("locked.pdf"), Samples.Bytes("locked.pdf"), Now);
        await _tree.ScanAsync();
        Assert.Equal(1, (await contents.ReadAsync(null, Now)).Failed);

        contents.Retry();

        Assert.Equal(1, (await contents.ReadAsync(null, Now)).Failed);
    }

    [Fact]
    public async Task Purge_AfterAFolderWasForgotten_LeavesNothingOfItInTheFile()
    {
        _tree.Write("in/secret.txt", "zanzibar zanzibar");
        _tree.Write("out.txt", "harmless");
        await ReadAsync();
        Assert.Contains("zanzibar", Kept, StringComparison.Ordinal);

        _tree.Index.Forget(_tree.Root);
        _contents.Purge();

        Assert.DoesNotContain("zanzibar", Kept, StringComparison.Ordinal);
        Assert.DoesNotContain("harmless", Kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purge_WhereContentsAreOff_LeavesNothingAndReadsNothingThere()
    {
        _tree.Write("off/secret.txt", "zanzibar");
        _tree.Write("off elsewhere.txt", "harmless");
        await ReadAsync();

        _off.Add(_tree.At("off"));
        _contents.Purge();
        await ReadAsync();

        Assert.DoesNotContain("zanzibar", Kept, StringComparison.Ordinal);
        Assert.Empty(Inside("zanzibar"));
        Assert.Equal(["off elsewhere.txt"], Inside("harmless"));
        Assert.Empty(_contents.Waiting(Now));
    }

    [Fact]
    public async Task Waiting_FoldersOff_AreLeftOutWithAllBelowThem()
    {
        _tree.Write("off/deep/deeper/a.txt", "x");
        _tree.Write("off/b.txt", "x");
        _tree.Write("on/off/c.txt", "x");
        await _tree.ScanAsync();
        _off.AddRange([_tree.At("off"), _tree.At("never there"), "/"]);
        Assert.Empty(_contents.Waiting(Now));

        _off.Remove("/");

        Assert.Equal(_tree.Find("c").Files[0].Id, Assert.Single(_contents.Waiting(Now)).Uid);
    }

    [Fact]
    public async Task Read_FolderForgottenMeanwhile_KeepsNothingOfItUnderAnyRow()
    {
        for (var i = 0; i < 300; i++)
            _tree.Write($"{i}.txt", "zanzibar");
        await _tree.ScanAsync();

        await _contents.ReadAsync(new Doing(100, () =>
        {
            _tree.Index.Forget(_tree.Root);
            Directory.Delete(_tree.Root, recursive: true);
            for (var i = 0; i < 300; i++)
                _tree.Write($"new {i}.txt", "harmless");
            _tree.ScanAsync().GetAwaiter().GetResult();
            _contents.Purge();
        }), Now);

        Assert.DoesNotContain("zanzibar", Kept, StringComparison.Ordinal);
        Assert.Equal(300, _contents.Waiting(Now).Length);
    }

    [Fact]
    public async Task Waiting_Stopped_IsStopped()
    {
        _tree.Write("a.txt", "x");
        await _tree.ScanAsync();

        Assert.Throws<OperationCanceledException>(() => _contents.Waiting(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Read_WhileAnotherProcessIsAtIt_SaysSoAndReadsNothing()
    {
        _tree.Write("a.txt", "x");
        await _tree.ScanAsync();
        using (FileLock.TryTake(ContentsDatabase.PathFor(_tree.IndexPath)))
            Assert.True((await _contents.ReadAsync(null, Now)).IsElsewhere);

        Assert.Equal((1, false), (await _contents.ReadAsync(null, Now)) is var after ? (after.Read, after.IsElsewhere) : default);
    }

    [Fact]
    public async Task Read_FolderTurnedOffMeanwhile_KeepsNothingOfIt()
    {
        for (var i = 0; i < 300; i++)
            _tree.Write($"off/{i}.txt", "zanzibar");
        await _tree.ScanAsync();

        await _contents.ReadAsync(new Doing(100, () =>
        {
            _off.Add(_tree.At("off"));
            _contents.Purge();
        }), Now);

        Assert.DoesNotContain("zanzibar", Kept, StringComparison.Ordinal);
        Assert.Empty(Inside("zanzibar"));
    }

    [Fact]
    public async Task Database_WithFlippedBytes_IsReadAgainAndTheIndexStays()
    {
        for (var i = 0; i < 50; i++)
            _tree.Write($"{i}.txt", $"word{i} common");
        await ReadAsync();
        var rows = _tree.Rows();
        var path = Path.Combine(_tree.Home, "contents.db");
        var sound = await File.ReadAllBytesAsync(path, Now);
        var random = new Random(5);
        for (var round = 0; round < 20; round++)
        {
            var flipped = sound.ToArray();
            for (var i = 0; i < 200; i++)
                flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            foreach (var file in (string[])["-wal", "-shm"])
                File.Delete(path + file);
            await File.WriteAllBytesAsync(path, flipped, Now);

            Assert.All(Inside("common"), name => Assert.True(File.Exists(_tree.At(name))));
            await ReadAsync();
        }

        Assert.Equal(rows, _tree.Rows());
    }

    [Fact]
    public async Task File_OfTheContents_IsTheUsersAlone()
    {
        _tree.Write("a.txt", "text");
        await ReadAsync();

        TestTree.AssertMode(Path.Combine(_tree.Home, "contents.db"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task TextOf_AFileThatWasNotReadYet_ReadsItNow()
    {
        _tree.Write("a.txt", "fresh words");
        await _tree.ScanAsync();

        Assert.Equal("fresh words", _contents.TextOf(Assert.Single(_tree.Find("a.txt").Files), Now).Text());
    }

    [Fact]
    public void Pack_AnyParts_UnpackToTheSame()
    {
        List<TextPart> parts = [new("a\nb", 3, 7), new("", null, null), new("ü€𝄞", null, 1)];

        Assert.Equal(parts, PackedText.Unpack(PackedText.Pack(parts)));
        Assert.Throws<InvalidDataException>(() => PackedText.Unpack(Encoding.UTF8.GetBytes("no such thing")));
    }

    private sealed class Doing(int at, Action what) : IProgress<ContentsProgress>
    {
        public void Report(ContentsProgress value)
        {
            if (value.Done == at)
                what();
        }
    }

    private sealed class Seen : IProgress<ContentsProgress>
    {
        public List<string> Files { get; } = [];

        public void Report(ContentsProgress value) => Files.Add(value.File);
    }
}
