using BitBuddy.Brains;

namespace BitBuddy.App.Json;

/// <param name="Used">The brain in use; null where none is.</param>
/// <param name="Offers">The best first.</param>
internal sealed record UpgradeJson(BrainJson? Used, IReadOnlyList<UpgradeOfferJson> Offers)
{
    public static UpgradeJson Of(UpgradeOffers offers) => new(
        offers.Current is { } current ? BrainJson.Of(current, used: true) : null,
        [.. offers.Offers.Select(offer => new UpgradeOfferJson(
            offer.Advice.Brain.Id, offer.Advice.Brain.Name, offer.Advice.Brain.Tier.Id, offer.Advice.Brain.Bytes, offer.Advice.Here?.Path, offer.Why))]);
}

/// <param name="Here">The path of its file on this machine; null while it would have to be fetched.</param>
internal sealed record UpgradeOfferJson(string Id, string Name, string Tier, long Bytes, string? Here, string Why);
