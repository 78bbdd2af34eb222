namespace BitBuddy.App.Json;

internal sealed record ChangesJson(long Added, long Changed);
