namespace BitBuddy.App.Json;

/// <summary>With which brain.</summary>
internal sealed record BenchModelJson(string Name, string Architecture, string Quantisation, long Parameters, long Bytes);
