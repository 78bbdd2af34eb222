namespace BitBuddy.App.Json;

internal sealed record BrainPsJson(IReadOnlyList<HostJson> Hosts);
