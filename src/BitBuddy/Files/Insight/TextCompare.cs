using System.Text;
using BitBuddy.Files.Contents;

namespace BitBuddy.Files;

/// <summary>Compares texts line by line: plain ones as they are on the disk, those of documents as they were read from them. Large ones are not compared.</summary>
/// <param name="kept">The whole text that is known of a document as it is now; null where there is none.</param>
internal sealed class TextCompare(Func<FileEntry, string?> kept)
{
    private const int Largest = 512 * 1024;

    /// <summary>Null where the text of one of them is not at hand.</summary>
    public LineChange? Compare(InsightFile newer, InsightFile older)
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

    private string[]? Lines(InsightFile file) => Plain(file.Path) ?? (kept(file.Entry) is { Length: <= Largest } text
        // Of a document neither the space around a paragraph nor empty ones are text.
        ? text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : null);

    private static string[]? Plain(byte[] path)
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
