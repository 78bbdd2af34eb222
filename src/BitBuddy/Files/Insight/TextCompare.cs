using System.Text;
using BitBuddy.Files.Contents;

namespace BitBuddy.Files;

/// <summary>Compares plain texts line by line; whatever is not plain text, or large, is not compared.</summary>
internal static class TextCompare
{
    private const int Largest = 512 * 1024;

    /// <summary>Null where one of them is no plain text at hand.</summary>
    public static LineChange? Compare(byte[] newer, byte[] older)
    {
        if (Lines(newer) is not { } after || Lines(older) is not { } before)
            return null;
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in before)
            left[line] = left.GetValueOrDefault(line) + 1;
        var added = 0;
        foreach (var line in after)
        {
            if (left.GetValueOrDefault(line) is > 0 and var count)
                left[line] = count - 1;
            else
                added++;
        }

        return new(added, left.Values.Sum());
    }

    private static string[]? Lines(byte[] path)
    {
        try
        {
            if (OpenFile.Of(path) is not { Handle: var file })
                return null;
            using var closing = file;
            if (RandomAccess.GetLength(file) > Largest)
                return null;
            var bytes = new byte[RandomAccess.GetLength(file)];
            var length = RandomAccess.Read(file, bytes, 0);
            var text = bytes.AsSpan(0, length);
            return text.Contains((byte)0) || !PathText.IsText(text) ? null : Encoding.UTF8.GetString(text).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
