using System.Text.Json.Serialization;
using BitBuddy.Usage;

namespace BitBuddy.App.Json;

internal sealed record ListedFileJson(int Number, long Id, string Path)
{
    /// <summary>Base64 of the true path, only where it is not UTF-8.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PathBytes { get; init; }

    public static ListedFileJson Of(ListedFile file) => new(file.Number, file.Id, file.Path)
    {
        PathBytes = file.IsText ? null : Convert.ToBase64String(file.PathBytes),
    };
}
