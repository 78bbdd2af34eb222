using System.Text.Json.Serialization;
using BitBuddy.Files;

namespace BitBuddy.App.Json;

internal sealed record MapJson(string Name, string Path, long Files, long Bytes, IReadOnlyList<MapKindJson> Kinds, IReadOnlyList<MapJson> Folders)
{
    /// <summary>Base64 of the true path, only where it is not UTF-8.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PathBytes { get; init; }

    public static MapJson Of(MapFolder map) => new(
        map.Name, map.Path, map.Files, map.Bytes, [.. map.Kinds.Select(kind => new MapKindJson(Words.Of(kind.Kind), kind.Files, kind.Bytes))], [.. map.Folders.Select(Of)])
    {
        PathBytes = map.PathBytes is { } bytes ? Convert.ToBase64String(bytes) : null,
    };
}
