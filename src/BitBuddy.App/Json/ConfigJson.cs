namespace BitBuddy.App.Json;

internal sealed record ConfigJson(IReadOnlyList<SettingJson> Settings, string Path);
