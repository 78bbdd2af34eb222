using BitBuddy.Brains;

namespace BitBuddy.Tests.Brains.Upgrading;

public sealed class UpgradeRuleTests
{
    private static readonly MachineFacts Usual = new(8_000_000_000, 100_000_000_000, Threads: 2, OnBattery: false, Charge: null, ReadSpeed: 27e9);

    [Fact]
    public void Offers_TinyInUse_TellTheStandardFirstAndTheNewerOfItsTier()
    {
        var offers = Offers(Usual, "tinyllama-1.1b");

        Assert.Equal("qwen2.5-1.5b", offers[0].Advice.Brain.Id);
        Assert.StartsWith("a tier above (standard: ", offers[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("newer (2025-07, and yours is of 2024-01)", offers.Single(offer => offer.Advice.Brain.Id == "lfm2-1.2b").Why, StringComparison.Ordinal);
        Assert.DoesNotContain(offers, offer => offer.Advice.Brain.Tier.Id is "spark" or "smart");
    }

    [Fact]
    public void Offers_NewestOfTheBestTierInUse_AreNone() => Assert.Empty(Offers(Usual, "qwen3-1.7b"));

    [Fact]
    public void Offers_TooSlowInUse_TellASmallerOneAndWhy()
    {
        var offers = Offers(Usual with { ReadSpeed = 9e9 }, "phi-3.5-mini");

        Assert.Equal("spark", offers[0].Advice.Brain.Tier.Id);
        Assert.StartsWith("the one in use is slow here (about 4 tokens a second)", offers[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Offers_NoneInUse_TellTheRecommendedOne() => Assert.Equal("qwen2.5-1.5b", Assert.Single(Offers(Usual, (string?)null)).Advice.Brain.Id);

    [Fact]
    public void Offers_UnknownInUse_TellALargerRecommendedOneAlone()
    {
        Assert.Equal("qwen2.5-1.5b", Assert.Single(Offers(Usual, Known(new string('0', 64), 300_000_000))).Advice.Brain.Id);
        Assert.Empty(Offers(Usual, Known(new string('0', 64), 3_000_000_000)));
    }

    private static IReadOnlyList<UpgradeOffer> Offers(MachineFacts machine, string? inUse) =>
        Offers(machine, inUse is null ? null : Known(CatalogueFile.Carried.Find(inUse)!.Sha256!, CatalogueFile.Carried.Find(inUse)!.Bytes));

    private static IReadOnlyList<UpgradeOffer> Offers(MachineFacts machine, KnownBrain? current) => UpgradeRule.Offers(
        CatalogueFile.Carried, BrainAdviser.Advise(CatalogueFile.Carried, machine, 512, current is null ? [] : [current], _ => null), current);

    private static KnownBrain Known(string sha256, long bytes) => new()
    {
        Name = "any", Path = "/any.gguf", Bytes = bytes, Sha256 = sha256, Origin = "imported", VerifiedAt = default, FileTime = default,
    };
}
