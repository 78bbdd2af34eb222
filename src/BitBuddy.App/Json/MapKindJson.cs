namespace BitBuddy.App.Json;

internal sealed record MapKindJson(string Kind, long Files, long Bytes);
