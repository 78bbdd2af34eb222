using BitBuddy.Brains;

namespace BitBuddy.Tests.Brains;

public sealed class BrainStoreTests : IDisposable
{
    private readonly TempHome _home = new();
    private readonly Notes _notes = new();
    private readonly BrainStore _store;
    private readonly string _file;

    public BrainStoreTests()
    {
        _store = new BrainStore(_home.Home, TimeProvider.System, _notes);
        _file = _home.Write("elsewhere/My brain.gguf", TinyGguf.Whole().Bytes());
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Import_InPlace_HashesAndRemembers()
    {
        var brain = await _store.ImportAsync(_file, copy: false);

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(_file))), brain.Sha256);
        Assert.Equal([brain], new BrainStore(_home.Home, TimeProvider.System, _notes).List());
        Assert.Equal(("My brain", _file, "imported"), (brain.Name, brain.Path, brain.Origin));
    }

    [Fact]
    public async Task Import_Copy_LiesInModelsAndOverwritesNothing()
    {
        var brain = await _store.ImportAsync(_file, copy: true);

        Assert.Equal(Path.Combine(_home.Home.Models, "My brain.gguf"), brain.Path);
        Assert.Equal(await File.ReadAllBytesAsync(_file), await File.ReadAllBytesAsync(brain.Path));
        await Assert.ThrowsAsync<BuddyException>(() => _store.ImportAsync(_file, copy: true));
        Assert.Empty(Directory.GetFiles(_home.Home.Models, "*.part"));
    }

    [Fact]
    public async Task Resolve_EverySpellingOfAnId_FindsTheBrain()
    {
        var brain = await _store.ImportAsync(_file, copy: false);

        foreach (var id in new[] { "My brain", "my BRAIN.gguf", brain.Sha256, brain.Sha256[..8].ToUpperInvariant(), _file })
            Assert.Equal(brain.Sha256, (await _store.ResolveAsync(id)).Sha256);
        Assert.Equal(ExitCode.NotFound, (await Assert.ThrowsAsync<BuddyException>(() => _store.ResolveAsync(brain.Sha256[..7]))).ExitCode);
        Assert.Equal(ExitCode.NotFound, (await Assert.ThrowsAsync<BuddyException>(() => _store.ResolveAsync("nobody"))).ExitCode);
    }

    [Fact]
    public async Task Resolve_ListCannotBeWritten_TheBrainIsSoundAllTheSame()
    {
        Directory.CreateDirectory(_home.Home.ModelCache);

        Assert.Equal("My brain", (await _store.ResolveAsync(_file)).Name);
        Assert.Contains("is sound", (await Assert.ThrowsAsync<BuddyException>(() => _store.ImportAsync(_file, copy: false))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_ManyAtOnce_NoneIsLost()
    {
        var files = Enumerable.Range(0, 8).Select(i => _home.Write($"elsewhere/{i}.gguf", TinyGguf.Whole().Bytes())).ToList();

        await Task.WhenAll(files.Select(file => Task.Run(() => new BrainStore(_home.Home, TimeProvider.System, _notes).ImportAsync(file, copy: false))));

        Assert.Equal(files, _store.List().Select(brain => brain.Path).Order());
    }

    [Fact]
    public async Task Resolve_NameOfTwoBrains_AsksForTheHash()
    {
        await _store.ImportAsync(_file, copy: false);
        await _store.ImportAsync(_home.Write("other/My brain.gguf", TinyGguf.Whole().Key("a", "b").Bytes()), copy: false);

        Assert.Equal(ExitCode.Usage, (await Assert.ThrowsAsync<BuddyException>(() => _store.ResolveAsync("My brain"))).ExitCode);
    }

    [Fact]
    public async Task Verify_TouchedFile_IsHashedAgainAndChangedFileIsRefused()
    {
        var brain = await _store.ImportAsync(_file, copy: false);
        File.SetLastWriteTimeUtc(_file, DateTime.UtcNow.AddDays(-1));

        var again = await _store.VerifyAsync(brain);
        _home.Write("elsewhere/My brain.gguf", TinyGguf.Whole().Key("a", "b").Bytes());
        var refused = await Assert.ThrowsAsync<BuddyException>(() => _store.VerifyAsync(again));

        Assert.NotEqual(brain.FileTime, again.FileTime);
        Assert.Equal(again.FileTime, Assert.Single(_store.List()).FileTime);
        Assert.Contains("has changed since it was checked", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"schema\":1,\"brains\":[{\"name\":3}]}")]
    [InlineData("{\"schema\":1,\"brains\":[],\"more\":1}")]
    public async Task List_DamagedCache_IsEmptyWithANoteAndHeals(string text)
    {
        Directory.CreateDirectory(_home.Home.Models);
        await File.WriteAllTextAsync(_home.Home.ModelCache, text);

        Assert.Empty(_store.List());
        Assert.Contains("made anew", Assert.Single(_notes.Take()), StringComparison.Ordinal);
        await _store.ImportAsync(_file, copy: false);
        Assert.Single(_store.List());
    }
}
