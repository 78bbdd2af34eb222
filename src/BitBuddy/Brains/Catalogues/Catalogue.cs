namespace BitBuddy.Brains;

/// <summary>The brains that are worth fetching, as the app carries them or as the user's own file lists them.</summary>
/// <param name="Tiers">From the smallest to the largest.</param>
/// <param name="Brains">Of a tier, the one to prefer stands first.</param>
public sealed record Catalogue(IReadOnlyList<BrainTier> Tiers, IReadOnlyList<CatalogueBrain> Brains)
{
    private const StringComparison NoCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>The brain of that id; null where there is none.</summary>
    public CatalogueBrain? Find(string id) => Brains.FirstOrDefault(brain => brain.Id.Equals(id, NoCase));

    /// <summary>The tier of that id; null where there is none.</summary>
    public BrainTier? FindTier(string id) => Tiers.FirstOrDefault(tier => tier.Id.Equals(id, NoCase));

    public IEnumerable<CatalogueBrain> Of(BrainTier tier) => Brains.Where(brain => brain.Tier == tier);

    /// <summary>The brain whose file has that hash; null where there is none.</summary>
    public CatalogueBrain? Recognise(string sha256) => Brains.FirstOrDefault(brain => brain.Sha256 == sha256);

    /// <summary>True where a file of so many bytes may be one of these brains, so that hashing it is worth the time.</summary>
    public bool MayHold(long bytes) => Brains.Any(brain => brain.Bytes == bytes && brain.Sha256 is not null);
}
