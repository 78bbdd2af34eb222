namespace BitBuddy.Brains;

/// <summary>A brain that suits this machine better than the one in use.</summary>
/// <param name="Why">In what, as a part of a sentence.</param>
public sealed record UpgradeOffer(BrainAdvice Advice, string Why);

/// <summary>The brain in use and the better ones.</summary>
/// <param name="Current">Null where none is in use.</param>
/// <param name="CurrentAdvice">What is to be said of it; null where it is none of the catalogue.</param>
/// <param name="Offers">The best first.</param>
public sealed record UpgradeOffers(KnownBrain? Current, BrainAdvice? CurrentAdvice, IReadOnlyList<UpgradeOffer> Offers);
