using System.Runtime.CompilerServices;

namespace BitBuddy.Brains;

/// <summary>Better brains than the one in use, and the way to one: the old brain stays until the new one is here, checked and awake.</summary>
public sealed class BrainUpgrade(
    ConfigFile config, BrainChoice choice, BrainFinder finder, BrainStore store, MachineAdviser adviser, BrainPuller puller, BrainTune? tune)
{
    /// <exception cref="BuddyException">The user's catalogue or settings are broken.</exception>
    public UpgradeOffers Offers(Catalogue catalogue)
    {
        var current = store.List().FirstOrDefault(choice.IsInUse);
        var advices = adviser.Advise();
        return new UpgradeOffers(
            current, current is null ? null : advices.All.FirstOrDefault(advice => advice.Brain.Is(current)), UpgradeRule.Offers(catalogue, advices, current));
    }

    /// <summary>Fetches a brain where it is not here, wakes it once, and only then uses it. Buddies and the old brain stay.</summary>
    /// <exception cref="BuddyException">It cannot be had or woken; the old one stays in use.</exception>
    public async IAsyncEnumerable<PullEvent> SwitchAsync(CatalogueBrain brain, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var here = finder.Here(brain);
        if (here is null)
        {
            await foreach (var one in puller.PullAsync(brain.HubFile, cancellationToken))
            {
                here = (one as PullEvent.Done)?.Brain ?? here;
                if (one is not PullEvent.Done)
                    yield return one;
            }
        }

        if (tune is null)
            throw new BuddyException("There is no engine here to wake a brain with; see `bitbuddy doctor`.");
        await tune.TryAsync(here!, cancellationToken);
        if (!config.TryChange(old => old with { Brain = here!.Sha256 }))
            throw new BuddyException("The settings cannot be written, so the choice is not kept; use --brain with each question.");
        yield return new PullEvent.Done(here!);
    }
}
