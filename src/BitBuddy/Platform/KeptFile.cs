using System.Text;

namespace BitBuddy.Platform;

/// <summary>What a small file was read to; it is read again only when it is another file or was changed, else a look costs a stat.</summary>
/// <param name="read">From bytes to the value. What it throws is not kept.</param>
internal sealed class KeptFile<T>(string path, int largest, Func<byte[], T> read) where T : class
{
    private sealed record Reading(FileStat Of, T Value);

    private volatile Reading? _last;

    /// <summary>The value; null where there is no file.</summary>
    /// <exception cref="InvalidDataException">The file is larger than it can be.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public T? Read()
    {
        // Looked at before it is read: what is written meanwhile is seen the next time.
        var outcome = FileStat.Of(Encoding.UTF8.GetBytes(path), out var stat);
        // In a folder that may not be entered there is no file for us.
        if (outcome != ReadOutcome.Ok && !File.Exists(path))
            return null;
        if (outcome == ReadOutcome.Ok && _last is { } last && last.Of == stat)
            return last.Value;

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.Length > largest)
            throw new InvalidDataException();
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var value = read(bytes);
        // A link stays as it is while its file changes.
        _last = outcome == ReadOutcome.Ok && stat.Type == ItemType.File ? new(stat, value) : null;
        return value;
    }
}
