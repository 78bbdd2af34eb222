namespace BitBuddy.App.Json;

internal sealed record BuddyListJson(IReadOnlyList<BuddyJson> Buddies);
