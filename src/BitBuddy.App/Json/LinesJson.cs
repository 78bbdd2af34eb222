namespace BitBuddy.App.Json;

internal sealed record LinesJson(int Added, int Removed);
