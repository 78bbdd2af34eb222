using BitBuddy.Files;
using BitBuddy.Files.Keeping;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Files.Keeping;

public sealed class FileKeeperTests : IAsyncDisposable
{
    private readonly TempHome _temp = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow + TimeSpan.FromDays(1));
    private readonly string _root;
    private readonly KnownFiles _files;
    private readonly FileKeeper _keeper;

    public FileKeeperTests()
    {
        _root = Directory.CreateDirectory(Path.Combine(_temp.Home.Root, "files")).FullName;
        Write("a/one.txt");
        _files = new KnownFiles(_temp.Home, keeps: true, new ConfigFile(_temp.Home), new Notes(), _clock);
        _files.Folders.Add(_root);
        _keeper = _files.Keep();
    }

    public async ValueTask DisposeAsync()
    {
        await _keeper.DisposeAsync();
        _files.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task Status_OnceEverythingIsRead_IsWatching()
    {
        await WatchingAsync();
        Assert.Equal("watching", _keeper.Status.ToString());
        Assert.Equal((2, 0), (_keeper.Status.Watched, _keeper.Status.Polled));
        Assert.Equal(["one.txt"], Names());
    }

    [Fact]
    public async Task Changes_OfEveryKind_AreKnownSoon()
    {
        await WatchingAsync();
        Write("a/two.txt");
        Write("new/deep/three.txt");
        await KnownAsync("one.txt", "three.txt", "two.txt");
        Write("new/deep/four.txt");
        Directory.Move(At("new"), At("renamed"));
        File.Delete(At("a/one.txt"));
        await KnownAsync("four.txt", "three.txt", "two.txt");
        Write("renamed/deep/five.txt", "in a folder that was renamed");
        await KnownAsync("five.txt", "four.txt", "three.txt", "two.txt");
        File.WriteAllText(At("a/two.txt"), "grown in place");
        await UntilAsync(() => _files.Index.Search(new FileQuery { Words = ["two"] }, 1, CancellationToken.None).Bytes == 14);
    }

    [Fact]
    public async Task IgnoreRules_Written_AreHeededSoon()
    {
        Write("b/two.log");
        await WatchingAsync();
        Write(".bitbuddyignore", "*.log\n.*\n");
        await KnownAsync("one.txt");
    }

    // Row 24.
    [Fact]
    public async Task KnownFolder_AwayAndBack_IsKeptAndWatchedAnew()
    {
        await WatchingAsync();
        Directory.Move(_root, _root + "-away");
        await UntilAsync(() => _keeper.Status.Watched == 0);
        Assert.Equal(["one.txt"], Names());
        Directory.Move(_root + "-away", _root);
        Write("a/two.txt");
        await KnownAsync("one.txt", "two.txt");
        await WatchingAsync();
    }

    [Fact]
    public async Task KnownFolders_AddedAndRemoved_AreFollowed()
    {
        await WatchingAsync();
        var other = Directory.CreateDirectory(Path.Combine(_temp.Home.Root, "other")).FullName;
        File.WriteAllText(Path.Combine(other, "two.txt"), "x");
        _files.Folders.Add(other);
        await KnownAsync("one.txt", "two.txt");
        _files.Folders.Remove(_root);
        await KnownAsync("two.txt");
        await UntilAsync(() => _keeper.Status.Watched == 1);
    }

    private string At(string relative) => Path.Combine(_root, relative);

    private void Write(string relative, string text = "x")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), text);
    }

    private IEnumerable<string> Names() => _files.Index.Search(FileQuery.Everything, 100, CancellationToken.None).Files.Select(file => file.Name).Order(StringComparer.Ordinal);

    private Task WatchingAsync() => UntilAsync(() => _keeper.Status.State == KeepingState.Watching);

    private Task KnownAsync(params string[] names) => UntilAsync(() => Names().SequenceEqual(names));

    private Task UntilAsync(Func<bool> isSo) => Soon.UntilAsync(isSo, () => _clock.Advance(TimeSpan.FromSeconds(1)));
}
