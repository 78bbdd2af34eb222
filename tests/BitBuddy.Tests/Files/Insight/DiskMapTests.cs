using BitBuddy.Files;

namespace BitBuddy.Tests.Files.Insight;

public sealed class DiskMapTests : IDisposable
{
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task Of_ATree_AddsUpByFolderAndKind()
    {
        _tree.Write("a.pdf", new string('x', 10));
        _tree.Write("Pictures/b.jpg", new string('x', 100));
        _tree.Write("Pictures/2024/c.jpg", new string('x', 200));
        _tree.Write("Music/d.mp3", new string('x', 50));
        await _tree.ScanAsync();

        var map = new DiskMap(_tree.Index).Of(_tree.Root, 1)!;

        Assert.Equal((4L, 360L, "root"), (map.Files, map.Bytes, map.Name));
        Assert.Equal([("Pictures", 2L, 300L), ("Music", 1L, 50L)], map.Folders.Select(folder => (folder.Name, folder.Files, folder.Bytes)));
        Assert.Empty(map.Folders[0].Folders);
        Assert.Equal([new MapKind(FileKind.Image, 2, 300), new(FileKind.Audio, 1, 50), new(FileKind.Document, 1, 10)], map.Kinds);
        Assert.Equal("2024", Assert.Single(new DiskMap(_tree.Index).Of(_tree.Root, 2)!.Folders[0].Folders).Name);
        Assert.Null(new DiskMap(_tree.Index).Of("/nowhere at all", 1));
    }
}
