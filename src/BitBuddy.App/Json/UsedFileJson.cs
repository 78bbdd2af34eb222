using System.Text.Json.Serialization;
using BitBuddy.Usage;

namespace BitBuddy.App.Json;

internal sealed record UsedFileJson(long Id, string Path, long Opened, long Sought, string At)
{
    /// <summary>Base64 of the true path, only where it is not UTF-8.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PathBytes { get; init; }

    public static UsedFileJson Of(UsedFile file) => new(file.Id, file.Path, file.Opened, file.Sought, Words.Of(file.At))
    {
        PathBytes = file.IsText ? null : Convert.ToBase64String(file.PathBytes),
    };
}
