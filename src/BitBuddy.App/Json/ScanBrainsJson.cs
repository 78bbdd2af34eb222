using BitBuddy.Brains;

namespace BitBuddy.App.Json;

/// <param name="Places">The folders that were looked through.</param>
internal sealed record ScanBrainsJson(IReadOnlyList<PlaceJson> Places, IReadOnlyList<FoundBrainJson> Found, IReadOnlyList<SkippedBrainJson> Skipped)
{
    public static ScanBrainsJson Of(FoundBrains found) => new(
        [.. found.Places.Select(place => new PlaceJson(place.App, place.Folder))],
        [.. found.Brains.Select(brain => new FoundBrainJson(
            brain.Name, brain.App, brain.Path, brain.Bytes, brain.Info.Architecture, brain.Info.Quantisation, brain.Known?.Sha256, brain.Of?.Id))],
        [.. found.Skipped.Select(skipped => new SkippedBrainJson(skipped.Path, skipped.Why))]);
}

internal sealed record PlaceJson(string App, string Path);

/// <param name="Sha256">Null while it was not hashed.</param>
/// <param name="Brain">The catalogue's id of the brain it is; null where it is none of them.</param>
internal sealed record FoundBrainJson(
    string Model, string App, string Path, long Bytes, string Architecture, string Quantisation, string? Sha256, string? Brain);

internal sealed record SkippedBrainJson(string Path, string Why);
