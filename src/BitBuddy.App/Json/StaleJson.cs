namespace BitBuddy.App.Json;

internal sealed record StaleJson(string Since, bool OpeningIsKnown);
