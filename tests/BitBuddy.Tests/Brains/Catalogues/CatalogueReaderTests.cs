using System.Text;
using System.Text.RegularExpressions;
using BitBuddy.Brains;

namespace BitBuddy.Tests.Brains.Catalogues;

public sealed class CatalogueReaderTests : IDisposable
{
    private const string Sound = """
        {
          "schema": 1,
          "tiers": [ { "id": "tiny", "meaning": "small" } ],
          "brains": [
            {
              "id": "one", "name": "One", "tier": "tiny", "repository": "me/one-GGUF", "file": "one.gguf", "bytes": 1000,
              "licence": "MIT", "template": "chatml", "released": "2025-01", "context": 2048,
              "attention_layers": 2, "kv_heads": 1, "head_size": 64,
              "good_for": "tests"
            }
          ]
        }
        """;

    private readonly TempHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Carried_EveryEntry_HasTrueKnownFactsAndUniqueOnes()
    {
        var catalogue = CatalogueFile.Carried;

        Assert.Equal(["seed", "spark", "tiny", "standard", "smart"], catalogue.Tiers.Select(tier => tier.Id));
        // The seed is carried, so there is nothing of it to fetch.
        Assert.All(catalogue.Tiers.Where(tier => tier.Id != EmbeddedBrain.Seed), tier => Assert.NotEmpty(catalogue.Of(tier)));
        Assert.All(catalogue.Of(catalogue.FindTier("spark")!), brain => Assert.True(brain.Bytes < 450_000_000));
        Assert.Equal(catalogue.Brains.Count, catalogue.Brains.DistinctBy(brain => brain.Address).Count());
        Assert.Equal(catalogue.Brains.Count, catalogue.Brains.DistinctBy(brain => brain.Bytes).Count());
        // No hash is invented: the one that nobody could tell is not there, and the entry says so.
        var without = Assert.Single(catalogue.Brains, brain => brain.Sha256 is null);
        Assert.Equal("phi-3.5-mini-q4_0", without.Id);
        Assert.Contains("not known beforehand", without.Note, StringComparison.Ordinal);
        Assert.Equal(12, catalogue.Brains.Select(brain => brain.Sha256).OfType<string>().Distinct().Count());
    }

    [Theory]
    [InlineData("tinyllama-1.1b", 11_534_336)]
    [InlineData("qwen2.5-1.5b", 14_680_064)]
    [InlineData("phi-3.5-mini", 201_326_592)]
    [InlineData("qwen3-1.7b", 58_720_256)]
    public void Memory_KnownModels_IsComputedFromTheirShape(string id, long context) =>
        Assert.Equal(context, CatalogueFile.Carried.Find(id)!.MemoryFor(512).Context);

    [Fact]
    public void Load_FileInTheHome_StandsForTheCarriedOneAndIsReadAgainWhenChanged()
    {
        var file = new CatalogueFile(_home.Home);
        Assert.Same(CatalogueFile.Carried, file.Load());

        _home.Write("home/brains.json", Encoding.UTF8.GetBytes(Sound));
        var own = Assert.Single(file.Load().Brains);
        _home.Write("home/brains.json", Encoding.UTF8.GetBytes(Sound.Replace("\"one\"", "\"another\"", StringComparison.Ordinal)));

        Assert.Equal(("one", "hf.co/me/one-GGUF/one.gguf", 512L * 2 * 64 * 2 * 2), (own.Id, own.Address, own.MemoryFor(512).Context));
        Assert.Equal("another", Assert.Single(file.Load().Brains).Id);
    }

    [Theory]
    [InlineData("\"bytes\": 1000", "\"bytes\": \"1000\"", 6, "a whole number from 1")]
    [InlineData("\"id\": \"one\"", "\"id\": \"One\"", 6, "an id of")]
    [InlineData("\"id\": \"one\"", "\"id\": \"none\"", 6, "an id of")]
    [InlineData("\"id\": \"one\"", "\"id\": \"tiny\"", 5, "is there twice")]
    [InlineData("\"tier\": \"tiny\"", "\"tier\": \"huge\"", 6, "one of tiny")]
    [InlineData("\"file\": \"one.gguf\"", "\"file\": \"../one.gguf\"", 6, "a file's name")]
    [InlineData("\"me/one-GGUF\"", "\"../one\"", 6, "owner/repository")]
    [InlineData("\"me/one-GGUF\"", "\"https://elsewhere/one\"", 6, "owner/repository")]
    [InlineData("\"licence\": \"MIT\"", "\"sha256\": \"ABCD\", \"licence\": \"MIT\"", 7, "64 hexadecimal digits")]
    [InlineData("\"licence\": \"MIT\"", "\"licence\": \"MIT\", \"licence\": \"MIT\"", 7, "is there twice")]
    [InlineData("\"licence\": \"MIT\",", "", 5, "lacks \"licence\"")]
    [InlineData("\"good_for\": \"tests\"", "\"good_for\": \"tests\", \"url\": \"x\"", 9, "not a field of the list of brains")]
    [InlineData("\"2025-01\"", "\"2025-13\"", 7, "year and month")]
    [InlineData("\"schema\": 1", "\"schema\": 2", 2, "from 1 to 1")]
    [InlineData("}\n  ]\n}", "}\n  ]\n", 12, "not JSON")]
    public void Read_WrongFile_SaysTheLineAndWhatIsAllowed(string part, string instead, int line, string says)
    {
        var broken = Regex.Replace(Sound.ReplaceLineEndings("\n"), Regex.Escape(part), instead.Replace("$", "$$", StringComparison.Ordinal));

        var refused = Assert.Throws<BuddyException>(() => CatalogueReader.Read(Encoding.UTF8.GetBytes(broken), "brains.json"));

        Assert.Contains($"brains.json, line {line}: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }
}
