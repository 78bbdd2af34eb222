namespace BitBuddy.App.Json;

/// <param name="Here">False while there is no such file.</param>
internal sealed record ConfigPathJson(string Path, bool Here);
