using BitBuddy.Conversation;
using Microsoft.Extensions.Time.Testing;

namespace BitBuddy.Tests.Files.Removals;

public sealed class RemovalLogTests : IAsyncLifetime
{
    private readonly TempHome _temp = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 18, 8, 30, 0, TimeSpan.Zero));
    private BuddyHost _host = null!;

    private string Root => Path.Combine(_temp.Root, "Files");

    public async ValueTask InitializeAsync()
    {
        foreach (var name in (string[])["a.pdf", "b.jpg", "c.txt", "sub/d.txt"])
            _temp.Write(Path.Combine("Files", name), [1, 2, 3]);
        _host = new BuddyHost(_temp.Home, loader: null, _clock);
        await _host.PrepareAsync([Root], progress: null, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _temp.Dispose();
    }

    [Fact]
    public async Task Ask_WhatWasDeleted_NamesWhatWentAndNothingElse()
    {
        File.Delete(Path.Combine(Root, "a.pdf"));
        Directory.Delete(Path.Combine(Root, "sub"), recursive: true);
        await _host.Files.Scan.ScanAsync(Root, progress: null, CancellationToken.None);

        Assert.Equal(["a.pdf", "d.txt"], await GoneAsync("what was deleted today"));
        Assert.Equal(["a.pdf"], await GoneAsync("deleted pdfs"));
        Assert.Empty(await GoneAsync("what was deleted last week"));
    }

    [Fact]
    public async Task Ask_WhatOnlyMovedOrCameBack_IsNotGone()
    {
        File.Move(Path.Combine(Root, "b.jpg"), Path.Combine(Root, "sub", "moved.jpg"));
        File.Delete(Path.Combine(Root, "c.txt"));
        await _host.Files.Scan.ScanAsync(Root, progress: null, CancellationToken.None);
        Assert.Equal(["c.txt"], await GoneAsync("deleted files"));

        _temp.Write(Path.Combine("Files", "c.txt"), [4]);
        Assert.Empty(await GoneAsync("deleted files"));
    }

    [Fact]
    public async Task Clear_AfterRemovals_ForgetsThem()
    {
        File.Delete(Path.Combine(Root, "a.pdf"));
        await _host.Files.Scan.ScanAsync(Root, progress: null, CancellationToken.None);

        Assert.True(_host.Files.Removals.Clear());
        Assert.Empty(await GoneAsync("deleted files"));
    }

    private async Task<string[]> GoneAsync(string question)
    {
        var finder = new FactFinder(_host.Files, () => _host.Health(), _clock);
        var facts = await finder.FindAsync(new IntentParser(_clock, _host.Index.HasFolderNamed).Parse(question), [Root], 10, CancellationToken.None);
        Assert.Empty(facts.Files);
        return [.. facts.Gone.Select(file => file.Name).Order(StringComparer.Ordinal)];
    }
}
