namespace BitBuddy.App.Json;

internal sealed record FolderJson(string Path, long Files, long Bytes, string? AsOf);
