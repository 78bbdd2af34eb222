namespace BitBuddy.App.Json;

/// <param name="Used">The sha256 of the chosen brain, "none", or null while nothing was chosen.</param>
/// <param name="Downloads">Those that have not ended.</param>
internal sealed record BrainListJson(IReadOnlyList<BrainJson> Brains, string? Used, IReadOnlyList<DownloadJson> Downloads);
