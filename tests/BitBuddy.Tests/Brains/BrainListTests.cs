using System.Text.Json;
using BitBuddy.Brains;

namespace BitBuddy.Tests.Brains;

public sealed class BrainListTests : IDisposable
{
    private readonly TempHome _home = new();
    private readonly Notes _notes = new();
    private readonly BrainStore _store;
    private readonly string _ours;
    private readonly string _elsewhere;

    public BrainListTests()
    {
        _store = new BrainStore(_home.Home, TimeProvider.System, _notes);
        _ours = _home.Write("elsewhere/Ours.gguf", TinyGguf.Whole().Bytes());
        _elsewhere = _home.Write("elsewhere/Elsewhere.gguf", TinyGguf.Whole().Key("a", "b").Bytes());
    }

    public void Dispose() => _home.Dispose();

    public static TheoryData<string> Row40 => new()
    {
        "", "null", "{", "[]", "3", "\"\"", "{\"schema\":2,\"brains\":[]}", "{\"schema\":1}", "{\"schema\":1,\"brains\":{}}", "{\"schema\":1,\"brains\":[null]}",
        "{\"schema\":1,\"brains\":[[]]}", "{\"schema\":1,\"brains\":[{\"name\":3}]}", "{\"schema\":1,\"schema\":1,\"brains\":[]}", "\0\0\0\0",
        "huge", "{\"schema\":1,\"brains\":[" + new string('[', 5000),
        """{"schema":1,"brains":[{"name":"x","path":"relative","bytes":1,"sha256":"aa","origin":"downloaded","verified_at":"2026-01-01T00:00:00Z","file_time":"2026-01-01T00:00:00Z"}]}""",
    };

    [Theory]
    [MemberData(nameof(Row40))]
    public async Task Row40_ListIsDamaged_IsMadeAnewFromTheFiles(string text)
    {
        var brain = await _store.ImportAsync(_ours, copy: true);
        await File.WriteAllTextAsync(_home.Home.ModelCache, text == "huge" ? new string(' ', 5_000_000) : text);

        Assert.Empty(_store.List());
        var found = await _store.ResolveAsync(brain.Sha256);

        Assert.Equal((brain.Path, brain.Sha256), (found.Path, found.Sha256));
        Assert.Contains("checking the files", Assert.Single(_notes.Take()), StringComparison.Ordinal);
        Assert.Equal(brain.Sha256, Assert.Single(_store.List()).Sha256);
        Assert.True(File.Exists(_home.Home.ModelCache + ".damaged"));
    }

    [Fact]
    public async Task Row40_ListIsGone_IsMadeAnewFromTheFiles()
    {
        var brain = await _store.ImportAsync(_ours, copy: true);
        File.Delete(_home.Home.ModelCache);

        Assert.Equal(brain.Path, (await _store.ResolveAsync("Ours")).Path);
    }

    [Fact]
    public async Task Row40_OneEntryIsWrong_TheOthersStay()
    {
        await _store.ImportAsync(_ours, copy: false);
        await _store.ImportAsync(_elsewhere, copy: false);
        var text = await File.ReadAllTextAsync(_home.Home.ModelCache);
        await File.WriteAllTextAsync(_home.Home.ModelCache, text.Replace("\"name\": \"Ours\"", "\"name\": 3", StringComparison.Ordinal));

        Assert.Equal("Elsewhere", Assert.Single(_store.List()).Name);
    }

    [Fact]
    public async Task Row40_ManyWriters_ReadersNeverSeeATornList()
    {
        await _store.ImportAsync(_ours, copy: false);
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(() =>
        {
            var reads = 0;
            for (; !stop.IsCancellationRequested; reads++)
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(_home.Home.ModelCache));
                Assert.Contains(json.RootElement.GetProperty("brains").EnumerateArray(), brain => brain.GetProperty("name").GetString() == "Ours");
            }

            return reads;
        });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            var list = new BrainList(_home.Home, _notes);
            for (var round = 0; round < 250; round++)
            {
                Assert.True(list.TryChange(brains => [.. brains, brains[0] with { Name = $"{writer}-{round}", Path = $"/models/{writer}-{round}.gguf" }], durable: false));
                if (round > 0)
                    Assert.True(list.TryChange(brains => brains.Where(brain => brain.Name != $"{writer}-{round - 1}"), durable: false));
            }
        })));
        await stop.CancelAsync();

        Assert.True(await reading > 0);
        Assert.Equal(["0-249", "1-249", "2-249", "3-249", "Ours"], _store.List().Select(brain => brain.Name).Order());
        Assert.Empty(_notes.Take());
    }

    [Fact]
    public async Task List_FolderIsAway_DropsNoEntry()
    {
        await _store.ImportAsync(_elsewhere, copy: false);
        Directory.Move(Path.Combine(_home.Root, "elsewhere"), Path.Combine(_home.Root, "away"));

        await _store.RecoverAsync(progress: null, default);
        var refused = await Assert.ThrowsAsync<BuddyException>(() => _store.VerifyAsync(Assert.Single(_store.List())));

        Assert.Contains("is not there now", refused.Message, StringComparison.Ordinal);
        Directory.Move(Path.Combine(_home.Root, "away"), Path.Combine(_home.Root, "elsewhere"));
        Assert.Equal("Elsewhere", (await _store.VerifyAsync(Assert.Single(_store.List()))).Name);
    }

    [Fact]
    public async Task Row41_ReplacedWithTheDateSetBack_IsNoticedBeforeTheLoad()
    {
        var brain = await _store.ImportAsync(_ours, copy: true);
        var bytes = await File.ReadAllBytesAsync(brain.Path);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(brain.Path, bytes);
        File.SetLastWriteTimeUtc(brain.Path, brain.FileTime.UtcDateTime);

        var refused = await Assert.ThrowsAsync<BuddyException>(() => _store.VerifyAsync(brain));

        Assert.Contains("has changed since it was checked", refused.Message, StringComparison.Ordinal);
        Assert.Contains("checked again", Assert.Single(_notes.Take()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row41_ReplacedBySameBytes_IsCheckedOnceAndUsed()
    {
        var brain = await _store.ImportAsync(_ours, copy: true);
        File.Copy(_ours, brain.Path + ".new");
        File.Move(brain.Path + ".new", brain.Path, overwrite: true);

        var again = await _store.VerifyAsync(brain);

        Assert.Equal(brain.Sha256, again.Sha256);
        Assert.Single(_notes.Take());
        Assert.Equal("copied", (await _store.VerifyAsync(again)).Origin);
    }

    [Fact]
    public async Task Row41_Deleted_SaysHowToGetItAgain()
    {
        var brain = await _store.ImportAsync(_ours, copy: true);
        File.Delete(brain.Path);

        var refused = await Assert.ThrowsAsync<BuddyException>(() => _store.VerifyAsync(brain with { Source = "hf.co/a/b/c.gguf" }));

        Assert.Equal(ExitCode.NotFound, refused.ExitCode);
        Assert.Contains("brain pull hf.co/a/b/c.gguf", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ForALoad_RemembersWhenItWasUsed()
    {
        var brain = await _store.ImportAsync(_ours, copy: false);
        Assert.Null(brain.LastUsed);

        await _store.VerifyAsync(brain);

        Assert.True(DateTimeOffset.UtcNow - Assert.Single(_store.List()).LastUsed < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Remove_WhatIsNotOurs_LeavesTheFile()
    {
        var imported = await _store.ImportAsync(_elsewhere, copy: false);
        var copied = await _store.ImportAsync(_ours, copy: true);
        var dropped = Path.Combine(_home.Home.Models, "Dropped.gguf");
        File.Copy(_ours, dropped);
        await _store.RecoverAsync(progress: null, default);

        foreach (var brain in _store.List())
            _store.Remove(brain);

        Assert.Empty(_store.List());
        Assert.Equal((true, false, true), (File.Exists(imported.Path), File.Exists(copied.Path), File.Exists(dropped)));
    }
}
