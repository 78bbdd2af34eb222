using System.IO.Enumeration;
using System.Text.Json;

namespace BitBuddy.Brains;

/// <summary>A file that may be a brain.</summary>
/// <param name="Name">As its program calls it.</param>
/// <param name="Claimed">The sha256 that its program says it has; null where it says nothing.</param>
internal sealed record BrainCandidate(string App, string Name, string Path, string? Claimed);

/// <summary>The files in a place that may be brains, found by their names alone.</summary>
internal static class BrainFiles
{
    private const string Extension = ".gguf";
    private const int Deepest = 24;
    private const long LargestManifest = 1_000_000;
    private const string ModelLayer = "application/vnd.ollama.image.model";
    private const string DigestPrefix = "sha256:";
    private static readonly string[] NeverEntered = ["/proc", "/sys", "/dev", "/run"];

    public static IEnumerable<BrainCandidate> In(BrainPlace place, CancellationToken cancellationToken)
    {
        var manifests = Path.Combine(place.Folder, "manifests");
        var isOllama = Directory.Exists(manifests) && Directory.Exists(Path.Combine(place.Folder, "blobs"));
        var found = isOllama ? OfOllama(place, manifests) : OfFolder(place);
        foreach (var candidate in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return candidate;
        }
    }

    private static IEnumerable<BrainCandidate> OfFolder(BrainPlace place) =>
        Files(place.Folder, name => name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(path => new BrainCandidate(place.App, Path.GetFileNameWithoutExtension(path), path, ClaimOf(path)));

    // In the hub's cache a name is a link to a file that is called by its sha256.
    private static string? ClaimOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.Name is { Length: 64 } name && name.All(char.IsAsciiHexDigitLower) ? name : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // manifests/HOST/NAMESPACE/NAME/TAG names the layers, which lie in blobs/.
    private static IEnumerable<BrainCandidate> OfOllama(BrainPlace place, string manifests)
    {
        foreach (var manifest in Files(manifests, _ => true).Order(StringComparer.Ordinal))
        {
            var parts = Path.GetRelativePath(manifests, manifest).Split(Path.DirectorySeparatorChar);
            if (parts.Length < 2 || ModelDigest(manifest) is not { } sha256)
                continue;
            var name = parts is [.., var owner, _, _] && owner != "library" && parts.Length > 3 ? $"{owner}/{parts[^2]}:{parts[^1]}" : $"{parts[^2]}:{parts[^1]}";
            yield return new BrainCandidate("Ollama", name, Path.Combine(place.Folder, "blobs", $"sha256-{sha256}"), sha256);
        }
    }

    private static string? ModelDigest(string manifest)
    {
        try
        {
            if (new FileInfo(manifest).Length is 0 or > LargestManifest)
                return null;
            using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
            foreach (var layer in json.RootElement.GetProperty("layers").EnumerateArray())
            {
                // The digest becomes a part of a path: nothing but digits will do.
                if (layer.GetProperty("mediaType").GetString() == ModelLayer && layer.GetProperty("digest").GetString() is { } digest
                    && digest.StartsWith(DigestPrefix, StringComparison.Ordinal) && digest[DigestPrefix.Length..] is { Length: 64 } sha256 && sha256.All(char.IsAsciiHexDigitLower))
                    return sha256;
            }

            return null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // Not a manifest of a kind that is known here.
            return null;
        }
    }

    private static FileSystemEnumerable<string> Files(string folder, Func<string, bool> isWanted) => new(
        folder, (ref FileSystemEntry entry) => entry.ToFullPath(),
        new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None, MaxRecursionDepth = Deepest })
    {
        // Links to files are followed later, links to folders never: they may lead in a circle.
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory && isWanted(entry.FileName.ToString()),
        ShouldRecursePredicate = (ref FileSystemEntry entry) =>
            !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && (OperatingSystem.IsWindows() || !NeverEntered.Contains(entry.ToFullPath())),
    };
}
