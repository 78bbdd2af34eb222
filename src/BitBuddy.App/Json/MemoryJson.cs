using BitBuddy.Conversation;

namespace BitBuddy.App.Json;

internal sealed record MemoryJson(
    string Buddy, string? UserName, string? Met, int Days, long Questions, string Relationship, int Experience,
    IReadOnlyList<ToldJson> Told, IReadOnlyList<AskedJson> Asked, IReadOnlyList<string> NeverMentioned)
{
    public static MemoryJson Of(string buddy, Remembered memory, IReadOnlyList<AskedBefore> asked) => new(
        buddy, memory.UserName, memory.Growth.Met is { } met ? Words.Of(met) : null, memory.Growth.Days, memory.Growth.Questions,
        Words.Of(memory.Growth.Relationship), memory.Growth.Experience, [.. memory.Told.Select(ToldJson.Of)], [.. asked.Select(AskedJson.Of)], memory.Hidden);
}
