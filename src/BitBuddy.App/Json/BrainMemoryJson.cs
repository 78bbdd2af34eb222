namespace BitBuddy.App.Json;

internal sealed record BrainMemoryJson(long Weights, long? Context, long Overhead, long Total, int ContextTokens);
