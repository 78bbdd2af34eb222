namespace BitBuddy.App.Json;

internal sealed record GgufJson(
    string Architecture, string? Name, long Parameters, string Quantisation, long? ContextLength, bool ChatTemplate);
