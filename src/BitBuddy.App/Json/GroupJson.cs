using System.Text.Json.Serialization;
using BitBuddy.Files;

namespace BitBuddy.App.Json;

internal sealed record GroupJson(string What, string? Kind, long Count, long Bytes, long WastedBytes, IReadOnlyList<FileJson> Files)
{
    /// <summary>Of versions: how each file's text differs from the next one's, which is older; null where the text is not at hand.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LinesJson?>? Lines { get; init; }

    public static GroupJson Of(FileGroup group) => new(
        group.What == GroupKind.OldVersions ? "old_versions" : Words.Of(group.What), group.Kind is { } kind ? Words.Of(kind) : null,
        group.Count, group.Bytes, group.Wasted, [.. group.Files.Select(FileJson.Of)])
    {
        Lines = group.What == GroupKind.Versions ? [.. group.Changes.Select(change => change is null ? null : new LinesJson(change.Added, change.Removed))] : null,
    };
}
