using System.Text.Json.Serialization;
using BitBuddy.Files;

namespace BitBuddy.App.Json;

internal sealed record FileJson(long Id, string Path, string Name, long Bytes, string Modified, string Kind, string? Snippet)
{
    /// <summary>Base64 of the true path, only where it is not UTF-8.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PathBytes { get; init; }

    public static FileJson Of(FileEntry file) =>
        new(file.Id, file.Path, file.Name, file.Bytes, Words.Of(file.Modified), Words.Of(file.Kind), file.Snippet)
        {
            PathBytes = file.PathBytes is { } bytes ? Convert.ToBase64String(bytes) : null,
        };
}
