namespace BitBuddy.Brains;

/// <summary>When a brain is better than the one in use: newer in the same tier, of a higher tier that runs with ease, or fast enough where that one is not.</summary>
internal static class UpgradeRule
{
    public static IReadOnlyList<UpgradeOffer> Offers(Catalogue catalogue, BrainAdvices advices, KnownBrain? current)
    {
        var now = current is null ? null : advices.All.FirstOrDefault(advice => advice.Brain.Is(current));
        return
        [
            .. advices.All.Where(advice => advice.Fit == BrainFit.Fits && advice != now)
                .Select(advice => (Advice: advice, Why: Why(catalogue, advices, advice, current, now)))
                .Where(pair => pair.Why is not null)
                .Select(pair => new UpgradeOffer(pair.Advice, pair.Why!))
                .OrderByDescending(offer => offer.Advice == advices.Recommended)
                .ThenBy(offer => offer.Advice.Brain.MustBeAccepted)
                .ThenByDescending(offer => Rank(catalogue, offer.Advice))
                .ThenByDescending(offer => offer.Advice.Brain.Released, StringComparer.Ordinal),
        ];
    }

    private static string? Why(Catalogue catalogue, BrainAdvices advices, BrainAdvice other, KnownBrain? current, BrainAdvice? now)
    {
        var comfortable = other.Pace.IsComfortable(advices.Machine.OnBattery);
        if (current is null)
            return other == advices.Recommended ? $"no brain is in use, and it runs with {other.Because}" : null;
        if (now is null)
            // What is in use is known by its size alone.
            return comfortable && other == advices.Recommended && other.Brain.Bytes > current.Bytes
                ? $"larger than the one in use ({other.Brain.Tier.Id}: {other.Brain.Tier.Meaning}), {other.Because}"
                : null;
        if (now.Fit != BrainFit.Fits)
            return other.Brain.Bytes < now.Brain.Bytes && comfortable ? $"the one in use {(now.Fit == BrainFit.Slow ? $"is slow here ({now.Pace})" : now.Because)}; this one: {other.Because}" : null;
        var above = Rank(catalogue, other) - Rank(catalogue, now);
        if (above > 0 && comfortable)
            return $"a tier above ({other.Brain.Tier.Id}: {other.Brain.Tier.Meaning}), {other.Because}";
        return above == 0 && string.CompareOrdinal(other.Brain.Released, now.Brain.Released) > 0
            ? $"newer ({other.Brain.Released}, and yours is of {now.Brain.Released}), {other.Brain.GoodFor}; {other.Because}"
            : null;
    }

    private static int Rank(Catalogue catalogue, BrainAdvice advice) => catalogue.Tiers.ToList().IndexOf(advice.Brain.Tier);
}
