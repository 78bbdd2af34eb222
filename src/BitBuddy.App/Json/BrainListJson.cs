namespace BitBuddy.App.Json;

/// <param name="Used">The sha256 of the chosen brain, "none", or null while nothing was chosen.</param>
/// <param name="Downloads">Those that have not ended.</param>
/// <param name="Catalogue">The brains that could be fetched.</param>
/// <param name="Advice">Which of them suits this machine, in a sentence; null where that cannot be told.</param>
internal sealed record BrainListJson(
    IReadOnlyList<BrainJson> Brains, string? Used, IReadOnlyList<DownloadJson> Downloads, IReadOnlyList<CatalogueJson> Catalogue, string? Advice);
