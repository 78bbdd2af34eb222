namespace BitBuddy.Brains;

/// <summary>A size class that people choose by; the catalogue lists its tiers from the smallest to the largest.</summary>
/// <param name="Id">As "tiny"; it stands wherever a brain's id does.</param>
/// <param name="Meaning">What it means for its user, in a few words.</param>
public sealed record BrainTier(string Id, string Meaning);
