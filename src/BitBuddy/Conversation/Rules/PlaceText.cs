using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Where a file lies, as it is spoken: from the known folder on, or the folder's own name where that is long.</summary>
internal static class PlaceText
{
    private const int Longest = 40;

    /// <summary>"Documents/Taxes" for a file of the known folder ".../Documents".</summary>
    public static string Of(FileEntry file, IReadOnlyList<string> known)
    {
        var folder = Path.GetDirectoryName(file.Path);
        if (string.IsNullOrEmpty(folder))
            return file.Path;
        var root = known.Select(Path.TrimEndingDirectorySeparator).Where(root => IsWithin(folder, root)).MaxBy(root => root.Length);
        var spoken = root is null ? OwnName(folder) : OwnName(root) + folder[root.Length..];
        return spoken.Length <= Longest ? spoken : OwnName(folder);
    }

    private static bool IsWithin(string folder, string root) =>
        folder.StartsWith(root, StringComparison.Ordinal)
        && (folder.Length == root.Length || Path.EndsInDirectorySeparator(root) || folder[root.Length] == Path.DirectorySeparatorChar);

    // A disk itself has no name.
    private static string OwnName(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } name ? name : folder;
}
