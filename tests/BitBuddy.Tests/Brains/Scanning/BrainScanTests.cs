using System.Security.Cryptography;
using System.Text;
using BitBuddy.Brains;

namespace BitBuddy.Tests.Brains.Scanning;

public sealed class BrainScanTests : IDisposable
{
    private readonly TempHome _home = new();
    private readonly byte[] _listed = TinyGguf.Whole().Key("a", "listed").Bytes();
    private readonly byte[] _other = TinyGguf.Whole().Key("a", new string('b', 100)).Bytes();
    private readonly Dictionary<string, string> _variables = [];
    private readonly BrainStore _store;

    public BrainScanTests()
    {
        _store = new BrainStore(_home.Home, TimeProvider.System, new Notes());
        var entry = $$"""
            { "schema": 1, "tiers": [ { "id": "tiny", "meaning": "small" } ], "brains": [ {
              "id": "listed", "name": "Listed", "tier": "tiny", "repository": "me/one", "file": "one.gguf", "bytes": {{_listed.Length}},
              "sha256": "{{Sha256(_listed)}}", "licence": "MIT", "template": "chatml", "released": "2025-01", "context": 2048,
              "attention_layers": 1, "kv_heads": 1, "head_size": 8, "good_for": "tests" } ] }
            """;
        _home.Write("home/brains.json", Encoding.UTF8.GetBytes(entry));
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Find_Ollama_TellsItsNamesKnowsByHashAndCopiesNothing()
    {
        Ollama("library/qwen/latest", _listed);
        Ollama("library/qwen/again", _listed);
        Ollama("sam/other/1b", _other);

        var found = await FindAsync();

        Assert.Equal(["qwen:again", "sam/other:1b"], found.Brains.Select(brain => brain.Name).Order());
        var listed = found.Brains.Single(brain => brain.Of is not null);
        Assert.Equal(("Ollama", "listed", Sha256(_listed)), (listed.App, listed.Of!.Id, listed.Known!.Sha256));
        Assert.Equal([Path.Combine(_home.Root, ".ollama", "models", "blobs", $"sha256-{Sha256(_listed)}")], _store.List().Select(brain => brain.Path));
        Assert.Null(found.Brains.Single(brain => brain.Of is null).Known);
        Assert.Empty(Directory.GetFiles(_home.Home.Models, "*.gguf"));
    }

    [Fact]
    public async Task Find_HubCache_FollowsTheLinkAndTellsEachFileOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT TESTED: links need rights there.");
        var blob = _home.Write($".cache/huggingface/hub/models--me--one/blobs/{Sha256(_listed)}", _listed);
        foreach (var revision in (string[])["abc", "def"])
        {
            var folder = Path.Combine(_home.Root, ".cache/huggingface/hub/models--me--one/snapshots", revision);
            Directory.CreateDirectory(folder);
            File.CreateSymbolicLink(Path.Combine(folder, "one.gguf"), Path.GetRelativePath(folder, blob));
        }

        var found = Assert.Single((await FindAsync()).Brains);

        Assert.Equal(("Hugging Face", "one", "listed"), (found.App, found.Name, found.Of?.Id));
    }

    [Fact]
    public async Task Find_LmStudioThatWasMovedAndLlamaCache_AreLookedThrough()
    {
        _home.Write("moved/models/me/one-GGUF/one.gguf", _listed);
        _home.Write(".lmstudio-home-pointer", Encoding.UTF8.GetBytes(Path.Combine(_home.Root, "moved") + "\n"));
        _home.Write(".cache/llama.cpp/two.GGUF", _other);

        var found = await FindAsync();

        Assert.Equal([("LM Studio", "one"), ("llama.cpp", "two")], found.Brains.Select(brain => (brain.App, brain.Name)));
    }

    [Fact]
    public async Task Find_AgainAfterItWasHashed_HashesNothing()
    {
        var file = _home.Write("any/one.gguf", _listed);
        await FindAsync(Path.GetDirectoryName(file)!);
        var progress = new Counting();

        var found = Assert.Single((await FindAsync(Path.GetDirectoryName(file)!, progress)).Brains);

        Assert.Equal(("listed", 0), (found.Of?.Id, progress.Count));
    }

    [Fact]
    public async Task Find_BytesAreNotWhatTheProgramSays_IsSkippedWithASentence()
    {
        var path = Ollama("library/qwen/latest", _listed);
        var changed = (byte[])_listed.Clone();
        changed[^1] ^= 1;
        await File.WriteAllBytesAsync(path, changed);

        var found = await FindAsync();

        Assert.Empty(found.Brains);
        Assert.Contains("qwen:latest is not what Ollama says it is", Assert.Single(found.Skipped).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "layers": [ { "mediaType": "application/vnd.ollama.image.model", "digest": "sha256:../../../../etc/passwd" } ] }""")]
    [InlineData("""{ "layers": 3 }""")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{ "layers": [ { "mediaType": 1, "digest": null } ] }""")]
    public async Task Find_HostileManifest_IsPassedOver(string manifest)
    {
        Ollama("library/good/latest", _other);
        _home.Write(".ollama/models/manifests/host/library/bad/latest", Encoding.UTF8.GetBytes(manifest));

        var found = await FindAsync();

        Assert.Equal("good:latest", Assert.Single(found.Brains).Name);
        Assert.Empty(found.Skipped);
    }

    [Fact]
    public async Task Find_NoBrains_AreSkippedWithTheirReasonsAndCirclesEnd()
    {
        var folder = Path.Combine(_home.Root, "any");
        _home.Write("any/deep/er/cut.gguf", TinyGguf.Whole().Bytes()[..40]);
        _home.Write("any/embedder.gguf", new TinyGguf().Key("general.architecture", "bert")
            .Key("tokenizer.ggml.model", "bert").Strings("tokenizer.ggml.tokens", ["a", "b"]).Tensor("a", 0, 64).Bytes());
        _home.Write("any/sound.gguf", _other);
        _home.Write("any/notes.txt", _other);
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, "deep", "circle"), folder);
            File.CreateSymbolicLink(Path.Combine(folder, "gone.gguf"), "nowhere");
        }

        var found = await FindAsync(folder);

        Assert.Equal("sound", Assert.Single(found.Brains).Name);
        Assert.Contains(found.Skipped, skipped => skipped.Why.Contains("reads and does not talk (bert)", StringComparison.Ordinal));
        Assert.Contains(found.Skipped, skipped => skipped.Why.StartsWith("cut.gguf ", StringComparison.Ordinal));
    }

    [Fact]
    public void Named_NoSuchFolder_IsNotFound() =>
        Assert.Equal(ExitCode.NotFound, Assert.Throws<BuddyException>(() => BrainPlace.Named(Path.Combine(_home.Root, "nowhere"))).ExitCode);

    private Task<FoundBrains> FindAsync() => FindAsync(new BrainPlaces(_home.Root, _variables.GetValueOrDefault).List());

    private Task<FoundBrains> FindAsync(string folder, IProgress<double>? progress = null) => FindAsync([BrainPlace.Named(folder)], progress);

    private Task<FoundBrains> FindAsync(IReadOnlyList<BrainPlace> places, IProgress<double>? progress = null) =>
        new BrainScan(_store, new CatalogueFile(_home.Home)).FindAsync(places, progress, CancellationToken.None);

    private string Ollama(string name, byte[] brain)
    {
        var digest = Sha256(brain);
        _home.Write($".ollama/models/manifests/host/{name}", Encoding.UTF8.GetBytes($$"""
            { "schemaVersion": 2, "layers": [
              { "mediaType": "application/vnd.ollama.image.template", "digest": "sha256:{{new string('0', 64)}}" },
              { "mediaType": "application/vnd.ollama.image.model", "digest": "sha256:{{digest}}", "size": {{brain.Length}} } ] }
            """));
        return _home.Write($".ollama/models/blobs/sha256-{digest}", brain);
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed class Counting : IProgress<double>
    {
        public int Count { get; private set; }

        public void Report(double value) => Count++;
    }
}
