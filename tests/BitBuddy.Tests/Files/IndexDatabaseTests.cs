using System.Text;
using BitBuddy.Files;
using Microsoft.Data.Sqlite;

namespace BitBuddy.Tests.Files;

public sealed class IndexDatabaseTests : IDisposable
{
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Open_ExistingIndex_StillKnowsEverything()
    {
        _tree.Write("a.txt");
        await _tree.ScanAsync();
        var rows = _tree.Rows();
        _tree.Reopen();
        Assert.Equal(rows, _tree.Rows());
        Assert.True(_tree.Index.Keeps);
        Assert.Null(_tree.Index.Note);
        Assert.False(File.Exists(_tree.IndexPath + "-wal") && new FileInfo(_tree.IndexPath + "-wal").Length > 0);
        TestTree.AssertMode(_tree.IndexPath, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("truncated")]
    [InlineData("header")]
    public async Task Open_DamagedIndex_RebuildsWithANoteAndKeepsIds(string damage)
    {
        for (var i = 0; i < 300; i++)
            _tree.Write($"{i}.txt");
        await _tree.ScanAsync();
        var rows = _tree.Rows();
        _tree.Reopen(path =>
        {
            var bytes = File.ReadAllBytes(path);
            if (damage == "garbage")
                new Random(1).NextBytes(bytes);
            else if (damage == "header")
                bytes.AsSpan(0, 100).Clear();
            File.WriteAllBytes(path, damage == "truncated" ? bytes[..5000] : bytes);
        });
        try
        {
            Assert.False(_tree.Index.Knows(_tree.Root));
        }
        catch (IndexRebuiltException)
        {
            Assert.False(_tree.Index.Knows(_tree.Root));
        }

        await _tree.ScanAsync();
        Assert.Equal(rows, _tree.Rows());
        Assert.Equal(IndexDatabase.RebuiltNote, _tree.Index.Note);
        Assert.True(File.Exists(_tree.IndexPath + ".broken"));
    }

    [Fact]
    public void Open_EmptyFile_StartsAnew()
    {
        _tree.Reopen(path => File.WriteAllBytes(path, []));
        Assert.Equal(0, _tree.Search(FileQuery.Everything).Count);
    }

    [Fact]
    public async Task Use_AnyFlippedBits_EndsFineOrRebuilt()
    {
        for (var i = 0; i < 200; i++)
            _tree.Write($"folder {i % 9}/file number {i}.txt");
        await _tree.ScanAsync();
        _tree.Reopen();
        _tree.Index.Dispose();
        var whole = File.ReadAllBytes(_tree.IndexPath);
        var random = new Random(20);
        for (var round = 0; round < 50; round++)
        {
            var bytes = (byte[])whole.Clone();
            for (var i = 0; i < 8; i++)
                bytes[random.Next(i == 0 ? 4096 : bytes.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(_tree.IndexPath, bytes, TestContext.Current.CancellationToken);
            await UseOnce();
        }
    }

    [Fact]
    public void Open_NewerVersion_LeavesItAsItIs()
    {
        _tree.Index.Dispose();
        Raw("CREATE TABLE later(id); PRAGMA user_version=999");
        var before = File.ReadAllBytes(_tree.IndexPath);
        Assert.Contains("newer version", Assert.Throws<BuddyException>(() => FileIndex.Open(_tree.IndexPath, _tree.Clock)).Message);
        Assert.Equal(before, File.ReadAllBytes(_tree.IndexPath));
    }

    [Fact]
    public async Task Open_PlaceThatCannotBeWritten_AnswersFromMemory()
    {
        _tree.Write("a.txt");
        using var index = FileIndex.Open(Path.Combine(_tree.Write("file"), "home", "index.db"), _tree.Clock);
        Assert.False(index.Keeps);
        Assert.Contains("nothing is kept", index.Note);
        await new FileScan(index, null).ScanAsync(_tree.Root, null, TestContext.Current.CancellationToken);
        Assert.Equal(2, index.Totals([]).Files);
    }

    [Fact]
    public async Task Open_AfterACrash_ChecksAndKeepsWhatIsWhole()
    {
        _tree.Write("a.txt");
        await _tree.ScanAsync();
        var rows = _tree.Rows();
        var copy = Path.Combine(_tree.Home, "copy.db");
        File.Copy(_tree.IndexPath, copy);
        File.Copy(_tree.IndexPath + "-wal", copy + "-wal");
        using var index = FileIndex.Open(copy, _tree.Clock);
        Assert.Equal(rows, TestTree.Rows(index));
        Assert.Null(index.Note);
    }

    [Fact]
    public async Task Use_AnotherWrites_ReadersAnswerAndWritersSaySo()
    {
        _tree.Write("a.txt");
        await _tree.ScanAsync();
        using var other = new SqliteConnection($"Data Source={_tree.IndexPath};Pooling=False");
        other.Open();
        using var begin = other.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        Assert.Equal(1, _tree.Find("a.txt").Count);
        var error = await Assert.ThrowsAsync<BuddyException>(() => _tree.ScanAsync());
        Assert.Contains("Another Bit Buddy", error.Message);
        Assert.Equal(1, new Freshness(_tree.Index, new FileScan(_tree.Index, null)).Confirm(FileQuery.Everything, 10, _tree.Find("a.txt"), TestContext.Current.CancellationToken).Count);
    }

    [Fact]
    public async Task Forget_Folder_LeavesNoTraceInTheFile()
    {
        _tree.Write("secret place/zanzibar treaty.pdf");
        _tree.Write("other/kept.txt");
        await _tree.ScanAsync(_tree.At("secret place"));
        await _tree.ScanAsync(_tree.At("other"));
        Assert.Contains("zanzibar", Contents());
        File.Copy(_tree.IndexPath, _tree.IndexPath + ".broken");
        _tree.Index.Forget(_tree.At("secret place"));
        var contents = Contents();
        Assert.DoesNotContain("zanzibar", contents);
        Assert.DoesNotContain("nzi", contents);
        Assert.DoesNotContain("secret", contents);
        Assert.False(File.Exists(_tree.IndexPath + ".broken"));
        Assert.False(_tree.Index.Knows(_tree.At("secret place")));
        Assert.Equal("kept.txt", Assert.Single(_tree.Search(FileQuery.Everything).Files).Name);
    }

    [Fact]
    public async Task Forget_NestedKnownFolders_KeepsTheOther()
    {
        _tree.Write("sub/deep/a.txt");
        _tree.Write("b.txt");
        await _tree.ScanAsync();
        await _tree.ScanAsync(_tree.At("sub/deep"));
        _tree.Index.Forget(_tree.At("sub/deep"));
        Assert.Equal(2, _tree.Search(FileQuery.Everything).Count);
        await _tree.ScanAsync(_tree.At("sub/deep"));
        _tree.Index.Forget(_tree.Root);
        Assert.Equal("a.txt", Assert.Single(_tree.Search(FileQuery.Everything).Files).Name);
        Assert.True(_tree.Index.Knows(_tree.At("sub/deep")));
        Assert.False(_tree.Index.HasFolderNamed("sub"));
    }

    [Fact]
    public async Task RequireAgreement_TablesDefinedOtherwise_RebuildsIt()
    {
        _tree.Write("a.txt");
        await _tree.ScanAsync();
        _tree.Reopen(_ => Raw("DROP INDEX folders_by_fold; CREATE INDEX folders_by_fold ON folders(parent)"));
        Assert.Throws<IndexRebuiltException>(_tree.Index.RequireAgreement);
    }

    // Row 24: the folder a disk was put into stands empty, on the device of the folder above.
    [Fact]
    public async Task ScanAsync_DiskLeftAnEmptyFolder_KeepsWhatIsKnown()
    {
        _tree.Write("photos/a.jpg");
        await _tree.ScanAsync();
        var rows = _tree.Rows();
        _tree.Reopen(_ => Raw("UPDATE folders SET device = device + 1 WHERE root > 0"));
        Directory.Move(_tree.At("photos"), _tree.At("../taken out"));
        await _tree.ScanAsync();
        Assert.True(_tree.Index.IsAway(_tree.Root));
        _tree.Index.Correct(_tree.Find("a.jpg").Files[0].Id, null);
        Assert.Equal(rows, _tree.Rows());
        Directory.Move(_tree.At("../taken out"), _tree.At("photos"));
        await _tree.ScanAsync();
        Assert.False(_tree.Index.IsAway(_tree.Root));
        Assert.Equal(rows, _tree.Rows());
        Directory.Delete(_tree.At("photos"), recursive: true);
        await _tree.ScanAsync();
        Assert.Equal("", _tree.Rows());
    }

    // As a scan leaves it that was killed.
    [Fact]
    public async Task ScanAsync_NoIndexOfIds_MakesIt()
    {
        for (var i = 0; i < 100; i++)
            _tree.Write($"{i}.txt");
        await _tree.ScanAsync();
        var rows = _tree.Rows();
        _tree.Reopen(_ => Raw("DROP INDEX files_by_uid"));
        Assert.Equal(rows, _tree.Rows());
        _tree.Index.RequireAgreement();
        await _tree.ScanAsync();
        _tree.Index.RequireAgreement();
        Assert.Equal(rows, _tree.Rows());
    }

    private async Task UseOnce()
    {
        FileIndex index;
        try
        {
            index = FileIndex.Open(_tree.IndexPath, _tree.Clock);
        }
        catch (BuddyException e)
        {
            Assert.Contains("newer version", e.Message);
            return;
        }

        using (index)
        {
            try
            {
                index.Knows(_tree.Root);
                index.Search(FileQuery.Everything, 1000, CancellationToken.None);
                index.Search(new() { Words = ["number", "fold"] }, 1000, CancellationToken.None);
                index.OldestCheck([]);
                await new FileScan(index, null).ScanAsync(_tree.Root, null, CancellationToken.None);
            }
            catch (IndexRebuiltException)
            {
                Assert.Equal(IndexDatabase.RebuiltNote, index.Note);
                Assert.Equal(0, index.Totals([]).Files);
            }
        }
    }

    private string Contents() =>
        Encoding.Latin1.GetString([.. File.ReadAllBytes(_tree.IndexPath), .. Read(_tree.IndexPath + "-wal")]).ToLowerInvariant();

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private void Raw(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_tree.IndexPath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
