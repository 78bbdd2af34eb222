namespace BitBuddy.App.Json;

/// <summary>A download that has not ended.</summary>
/// <param name="Active">Some process fetches it now.</param>
internal sealed record DownloadJson(string Model, long Bytes, long Total, bool Active);
