using BitBuddy.Files;

namespace BitBuddy.Tests.Files.Ignoring;

public sealed class IgnoreRulesTests : IDisposable
{
    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public async Task ScanAsync_CachesAndWhatToolsFetch_AreLeftOut()
    {
        foreach (var path in (string[])["app/node_modules/left-pad/index.js", "app/.git/objects/aa/bb", ".cache/thumbs/1.png", "Windows.vmwarevm/disk.vmdk", "app/main.js", ".hidden"])
            _tree.Write(path);
        _tree.Write("made/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n");
        _tree.Write("made/object.o");
        _tree.Write("told/CACHEDIR.TAG", "no signature");
        await _tree.ScanAsync();
        Assert.Equal([".hidden", "CACHEDIR.TAG", "main.js"], Names());
    }

    [Fact]
    public async Task ScanAsync_RulesOfFolders_TheDeepestWordCounts()
    {
        _tree.Write(".bitbuddyignore", "*.tmp\n.*\n!node_modules/\nDrafts/\n");
        _tree.Write("a.tmp");
        _tree.Write("Drafts/letter.odt");
        _tree.Write("node_modules/here.js");
        _tree.Write("deep/.bitbuddyignore", "!keep.tmp\n/only here.txt\n");
        foreach (var path in (string[])["deep/keep.tmp", "deep/lose.tmp", "deep/only here.txt", "deep/er/only here.txt"])
            _tree.Write(path);
        await _tree.ScanAsync();
        Assert.Equal(["here.js", "keep.tmp", "only here.txt"], Names());

        File.Delete(_tree.At(".bitbuddyignore"));
        await _tree.ScanAsync();
        Assert.Contains("letter.odt", Names());
        Assert.Contains("a.tmp", Names());
        Assert.DoesNotContain("here.js", Names());
    }

    [Fact]
    public async Task ScanAsync_RulesAboveTheKnownFolder_AreHeardToo()
    {
        _tree.Write(".bitbuddyignore", "*.tmp\n");
        _tree.Write("known/a.tmp");
        _tree.Write("known/b.txt");
        await _tree.ScanAsync(_tree.At("known"));
        Assert.Equal(["b.txt"], Names());
    }

    [Fact]
    public async Task ScanAsync_KnownFolderInWhatIsLeftOut_StaysKnown()
    {
        _tree.Write("node_modules/a.js");
        await _tree.ScanAsync(_tree.At("node_modules"));
        await _tree.ScanAsync();
        Assert.Equal(["a.js"], Names());
        Directory.Delete(_tree.At("node_modules"), recursive: true);
        await _tree.ScanAsync();
        Assert.Empty(Names());
    }

    private IEnumerable<string> Names() => _tree.Search(FileQuery.Everything).Files.Select(file => file.Name).Order(StringComparer.Ordinal);
}
