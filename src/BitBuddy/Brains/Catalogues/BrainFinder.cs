namespace BitBuddy.Brains;

/// <summary>What an ID stands for: a path, a brain or a tier of the catalogue, else whatever <see cref="BrainStore"/> knows it as.</summary>
/// <param name="seed">Where the small brain that the app carries would lie.</param>
public sealed class BrainFinder(BrainStore store, CatalogueFile catalogue, string? seed = null)
{
    private const int Sha256Digits = 64;

    /// <summary>The file of the small brain that the app carries; null where it has none.</summary>
    public string? Seed => seed is not null && File.Exists(seed) ? seed : null;

    /// <summary>The brains of the catalogue that an ID or an address stands for: one, or those of a tier in their order; none where it is neither.</summary>
    /// <exception cref="BuddyException">The user's catalogue is broken.</exception>
    public IReadOnlyList<CatalogueBrain> Listed(string id)
    {
        // A chosen brain answers whatever the catalogue says, broken or not.
        if (string.IsNullOrWhiteSpace(id) || id.Length == Sha256Digits || File.Exists(id))
            return [];
        var brains = catalogue.Load();
        var source = HubFile.TryParse(id) is { Revision: "main" } file ? file.Source : null;
        if ((brains.Find(id) ?? brains.Brains.FirstOrDefault(listed => listed.Address == source)) is { } brain)
            return [brain];
        return brains.FindTier(id) is { } tier ? [.. brains.Of(tier)] : [];
    }

    /// <summary>The verified file of a brain of the catalogue; null while it is not on this machine.</summary>
    public KnownBrain? Here(CatalogueBrain brain) => store.List().FirstOrDefault(known => brain.Is(known) && File.Exists(known.Path));

    /// <summary>The brain on this machine that an ID stands for; see <see cref="BrainStore.ResolveAsync"/>.</summary>
    /// <exception cref="BuddyException">There is none.</exception>
    public async Task<KnownBrain> ResolveAsync(string id, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (id == EmbeddedBrain.Seed)
            return await store.ResolveAsync(
                Seed ?? throw new BuddyException("This app carries no small brain; `bitbuddy brain pull spark` gets a light one.", ExitCode.NotFound), progress, cancellationToken);
        if (Listed(id) is not { Count: > 0 } listed)
            return await store.ResolveAsync(id, progress, cancellationToken);
        if (listed.Select(Here).FirstOrDefault(known => known is not null) is { } here)
            return here;
        // A lost list is made anew from the files.
        await store.RecoverAsync(progress, cancellationToken);
        return listed.Select(Here).FirstOrDefault(known => known is not null) ?? throw new BuddyException(
            catalogue.Load().FindTier(id) is null
                ? $"{listed[0].Name} is not on this machine; `bitbuddy brain pull {listed[0].Id}` gets it, `bitbuddy brain scan` looks for a copy."
                : $"No brain of the tier {Display.Line(id)} is on this machine; `bitbuddy brain pull {Display.Line(id)}` gets one.",
            ExitCode.NotFound);
    }
}
