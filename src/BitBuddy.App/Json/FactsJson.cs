using System.Text.Json.Serialization;
using BitBuddy.Conversation;

namespace BitBuddy.App.Json;

internal sealed record FactsJson(
    long? Count, long? Bytes, IReadOnlyList<string> Folders, string AsOf, string? Corrected,
    IReadOnlyList<FileJson> Near, IReadOnlyList<FileJson> Files,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SentenceJson>? Sentences,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HealthJson? Health,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Mentioned)
{
    /// <summary>No file is of the time asked for; these have its words in their names.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Named { get; init; }

    /// <summary>Duplicates, versions, what is worth tidying: the groups of the listed files.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GroupJson>? Groups { get; init; }

    /// <summary>All groups there are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? GroupCount { get; init; }

    /// <summary>Bytes that all groups waste.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? WastedBytes { get; init; }

    /// <summary>Stale files were not needed since.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StaleJson? Stale { get; init; }

    /// <summary>What became of the files of a time that was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChangesJson? Changes { get; init; }

    /// <summary>Files that are no more, where they or changes were asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GoneJson>? Removed { get; init; }

    public static FactsJson Of(Facts facts) => new(
        facts.Count, facts.Bytes, facts.Folders, Words.Of(facts.AsOf), facts.Corrected,
        [.. facts.Near.Select(FileJson.Of)], [.. facts.Files.Select(FileJson.Of)], facts.Intent == IntentKind.Summary ? [.. facts.Sentences.Select(SentenceJson.Of)] : null,
        HealthJson.Of(facts.Health), facts.IsMentioned)
    {
        Named = facts.IsNamed,
        Removed = facts.GoneCount is null ? null : [.. facts.Gone.Select(GoneJson.Of)],
        Groups = facts.Insight is { GroupCount: not null } grouped ? [.. grouped.Groups.Select(GroupJson.Of)] : null,
        GroupCount = facts.Insight?.GroupCount,
        WastedBytes = facts.Insight?.Wasted,
        Stale = facts.Insight is { Since: { } since } stale ? new(Words.Of(since), stale.OpeningIsKnown) : null,
        Changes = facts.Insight?.Changes is { } changes ? new(changes.Added, changes.Changed) : null,
    };
}
