using System.Text.Json.Serialization;
using BitBuddy.Conversation;

namespace BitBuddy.App.Json;

internal sealed record FactsJson(
    long? Count, long? Bytes, IReadOnlyList<string> Folders, string AsOf, string? Corrected,
    IReadOnlyList<FileJson> Near, IReadOnlyList<FileJson> Files,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SentenceJson>? Sentences,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HealthJson? Health)
{
    public static FactsJson Of(Facts facts) => new(
        facts.Count, facts.Bytes, facts.Folders, Words.Of(facts.AsOf), facts.Corrected,
        [.. facts.Near.Select(FileJson.Of)], [.. facts.Files.Select(FileJson.Of)], facts.Intent == IntentKind.Summary ? [.. facts.Sentences.Select(SentenceJson.Of)] : null, HealthJson.Of(facts.Health));
}
