namespace BitBuddy.App.Json;

internal sealed record StatusJson(
    string Buddy, MoodJson Mood, IReadOnlyList<CauseJson> Causes, long Files, long Bytes, IReadOnlyList<FolderJson> Folders, string AsOf,
    long DiskFree, long DiskTotal, string? Brain, SettingJson? Mode, IReadOnlyList<HostJson> Hosts, IReadOnlyList<string> NeverMentioned, IReadOnlyList<string> Notes);
