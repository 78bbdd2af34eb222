namespace BitBuddy.Brains;

/// <summary>The licences of brains: which ask to be accepted, and which the user has accepted.</summary>
public sealed class BrainLicences(ConfigFile config)
{
    /// <summary>True where the brain may be fetched without a further word.</summary>
    public bool Allow(CatalogueBrain brain) => !brain.MustBeAccepted || config.Load().AcceptedLicences.Contains(brain.Licence);

    /// <summary>Keeps that the user accepted the brain's licence; where nothing can be kept it is asked again.</summary>
    public void Accept(CatalogueBrain brain) => config.TryChange(old => old.AcceptedLicences.Contains(brain.Licence)
        ? old
        : old with { AcceptedLicences = [.. old.AcceptedLicences, brain.Licence] });

    /// <summary>What is to be accepted, in a sentence.</summary>
    public static string Sentence(CatalogueBrain brain) => $"{brain.Name} comes under the {brain.Licence}, which you can read at {brain.Terms}.";
}
