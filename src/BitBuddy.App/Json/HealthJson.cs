using BitBuddy.Personalities;

namespace BitBuddy.App.Json;

internal sealed record HealthJson(MoodJson Mood, IReadOnlyList<CauseJson> Causes, long Files, long Bytes, int Folders, long DiskFree, long DiskTotal, string? Brain)
{
    public static HealthJson? Of(Health? health) => health is null
        ? null
        : new(MoodJson.Of(health.Mood), CauseJson.Of(health.Mood), health.Files, health.Bytes, health.Folders, health.DiskFree, health.DiskTotal, health.Brain);
}
