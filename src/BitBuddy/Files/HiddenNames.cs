namespace BitBuddy.Files;

/// <summary>
/// Names the user never wants mentioned: folders with all in them, and files (with or without their extension), case and accents aside.
/// "uni/private" hides only a private that lies right in a uni.
/// </summary>
public sealed class HiddenNames(IReadOnlyList<string> names)
{
    public static readonly HiddenNames None = new([]);

    private readonly string[][] _names = [.. names.Select(Parts).Where(parts => parts.Length > 0)];

    public bool Any => _names.Length > 0;

    /// <summary>The name each ends with, folded.</summary>
    public IEnumerable<string> Last => _names.Select(parts => parts[^1]);

    /// <summary>True for the folder or file of this name in that folder.</summary>
    public bool Hides(ReadOnlySpan<byte> folder, ReadOnlySpan<byte> name)
    {
        if (!Any)
            return false;
        var folded = NameFold.Fold(name);
        foreach (var parts in _names)
        {
            if (IsNamed(folded, parts[^1]) && (parts.Length == 1 || EndsWith(Parts(PathText.Show(folder)), parts[..^1])))
                return true;
        }

        return false;
    }

    /// <summary>True for a folder that is one of them or lies in one.</summary>
    public bool Covers(string absolute)
    {
        var path = Any ? Parts(absolute) : [];
        return Enumerable.Range(1, path.Length).Any(length => _names.Any(parts => EndsWith(path[..length], parts)));
    }

    private static bool IsNamed(string folded, string name) =>
        folded.StartsWith(name, StringComparison.Ordinal) && (folded.Length == name.Length || folded.LastIndexOf('.') == name.Length);

    private static bool EndsWith(string[] path, string[] parts) => path.Length >= parts.Length && path.AsSpan()[^parts.Length..].SequenceEqual(parts);

    private static string[] Parts(string path) =>
        [.. path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(NameFold.Fold)];
}
