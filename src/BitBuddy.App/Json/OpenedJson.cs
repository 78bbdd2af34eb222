namespace BitBuddy.App.Json;

internal sealed record OpenedJson(string Path, bool Revealed, string? Why);
