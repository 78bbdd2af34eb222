using System.Text;
using System.Text.Unicode;

namespace BitBuddy.Files;

/// <summary>Paths as bytes, and how they are shown.</summary>
internal static class PathText
{
    /// <summary>The longest path the system takes, in bytes.</summary>
    public const int LongestPath = 4095;

    private static readonly byte Separator = (byte)Path.DirectorySeparatorChar;

    /// <summary>The absolute form that folders are known by, without a separator at its end.</summary>
    public static string Absolute(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    /// <summary>The file system's root and each folder below it, by name.</summary>
    public static IEnumerable<byte[]> Parts(string absolute)
    {
        var root = Path.GetPathRoot(absolute)!;
        yield return Encoding.UTF8.GetBytes(root);
        foreach (var name in absolute[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
            yield return Encoding.UTF8.GetBytes(name);
    }

    public static byte[] Bytes(string path) => Encoding.UTF8.GetBytes(path);

    public static byte[] Join(ReadOnlySpan<byte> folder, ReadOnlySpan<byte> name) =>
        folder.IsEmpty || folder[^1] == Separator ? [.. folder, .. name] : [.. folder, Separator, .. name];

    /// <summary>The folder that an absolute path lies in; null for a file system's root.</summary>
    public static byte[]? Above(byte[] path)
    {
        var root = Encoding.UTF8.GetByteCount(Path.GetPathRoot(Show(path))!);
        return path.Length <= root ? null : path[..Math.Max(root, path.AsSpan().LastIndexOf(Separator))];
    }

    /// <summary>The name that a path has in the folder it lies in.</summary>
    public static byte[] NameIn(byte[] folder, byte[] path) => path[(folder[^1] == Separator ? folder.Length : folder.Length + 1)..];

    /// <summary>U+FFFD stands where bytes are not UTF-8.</summary>
    public static string Show(ReadOnlySpan<byte> path) => Encoding.UTF8.GetString(path);

    public static bool IsText(ReadOnlySpan<byte> path) => Utf8.IsValid(path);

    /// <summary>True when the path is the folder or lies in it.</summary>
    public static bool IsInside(ReadOnlySpan<byte> path, ReadOnlySpan<byte> folder) =>
        path.StartsWith(folder) && (path.Length == folder.Length || folder[^1] == Separator || path[folder.Length] == Separator);
}
