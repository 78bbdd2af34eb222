using BitBuddy.Files;

namespace BitBuddy.Tests;

public sealed class KnownFoldersTests : IDisposable
{
    private readonly TempHome _temp = new();
    private readonly FileIndex _index = FileIndex.Open(null, TimeProvider.System);
    private readonly KnownFolders _folders;

    public KnownFoldersTests()
    {
        _folders = new KnownFolders(new ConfigFile(_temp.Home), _index);
        foreach (var name in new[] { "files/in/deeper", "files2" })
            Directory.CreateDirectory(At(name));
    }

    public void Dispose()
    {
        _index.Dispose();
        _temp.Dispose();
    }

    private string At(string name) => Path.Combine(_temp.Root, name);

    [Fact]
    public void Add_Twice_IsKnownOnceWhateverTheSpelling()
    {
        Assert.True(_folders.Add(At("files")));
        Assert.False(_folders.Add(At("files") + Path.DirectorySeparatorChar));
        Assert.False(_folders.Add(At("files/in/..")));

        Assert.Equal([At("files")], _folders.List());
    }

    [Fact]
    public void Outermost_NestedFolders_AreLeftOutAndNeighboursAreNot()
    {
        foreach (var name in new[] { "files/in", "files", "files2", "files/in/deeper" })
            _folders.Add(At(name));

        Assert.Equal([At("files"), At("files2")], _folders.Outermost());
    }

    [Fact]
    public void Remove_UnknownFolder_IsNotFound() =>
        Assert.Equal(ExitCode.NotFound, Assert.Throws<BuddyException>(() => _folders.Remove(At("files"))).ExitCode);

    [Fact]
    public async Task Remove_KnownFolder_LeavesNothingInTheIndexAndTheFilesAlone()
    {
        var file = _temp.Write("files/secret.txt", [1]);
        _folders.Add(At("files"));
        await new FileScan(_index, null).ScanAsync(At("files"), null, CancellationToken.None);

        _folders.Remove(At("files"));

        Assert.Equal(0, _index.Search(FileQuery.Everything, 10, CancellationToken.None).Count);
        Assert.True(File.Exists(file));
        Assert.DoesNotContain(At("files"), _folders.List());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\0b")]
    public void Add_NoName_IsUsage(string folder) =>
        Assert.Equal(ExitCode.Usage, Assert.Throws<BuddyException>(() => _folders.Add(folder)).ExitCode);
}
