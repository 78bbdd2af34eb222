namespace BitBuddy.Brains;

/// <summary>What is to be said of all brains of the catalogue on this machine.</summary>
/// <param name="ContextSize">Tokens that the memory was computed for.</param>
/// <param name="All">In the catalogue's order.</param>
/// <param name="Recommended">The one to take; null where none fits.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record BrainAdvices(MachineFacts Machine, int ContextSize, IReadOnlyList<BrainAdvice> All, BrainAdvice? Recommended, string Reason)
{
    public BrainAdvice Of(CatalogueBrain brain) => All.First(advice => advice.Brain.Id == brain.Id);

    /// <summary>The brain to take of a tier: the recommended one, else the first that fits, else the first that runs; null where none does.</summary>
    public BrainAdvice? OfTier(BrainTier tier)
    {
        var all = All.Where(advice => advice.Brain.Tier == tier).ToList();
        return all.Find(advice => advice == Recommended) ?? Best(all.FindAll(advice => advice.Fit == BrainFit.Fits)) ?? Best(all.FindAll(advice => advice.Fit == BrainFit.Slow));

        // One that is here needs no download, one whose licence asks nothing no question.
        static BrainAdvice? Best(List<BrainAdvice> some) =>
            some.Find(advice => advice.Here is not null) ?? some.Find(advice => !advice.Brain.MustBeAccepted) ?? some.FirstOrDefault();
    }
}
