using BitBuddy.Files.Contents.Readers;
using BitBuddy.Platform;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.Files.Contents;

/// <summary>Reads the contents of one file after the other: plain text here, everything else in a process of its own.</summary>
/// <param name="start">Null where there is no such process: then plain text alone is read.</param>
internal sealed class ContentReader(ReaderStart? start, TimeProvider clock) : IDisposable
{
    private readonly ReaderProcess? _process = start is null || !FilePost.IsHere ? null : new ReaderProcess(start, clock);

    /// <summary>What stands in a file, and its size and date as they were then; null where it needs a process that is not here.</summary>
    public (DocContents Contents, FileStat Stat)? Read(byte[] path, CancellationToken cancellationToken)
    {
        if (OpenFile.Of(path) is not var (handle, stat))
            return (DocContents.Without(ContentReason.Unreadable), default);
        using (handle)
        {
            var (format, reason) = FormatOf(handle, path);
            if (format == ContentFormat.None)
                return (DocContents.Without(reason), stat);
            if (format == ContentFormat.Plain)
                return (ReadPlain(handle), stat);
            if (_process is null)
                return null;
            return (_process.Read(handle, format, cancellationToken), stat);
        }
    }

    public void Dispose() => _process?.Dispose();

    private static (ContentFormat, ContentReason) FormatOf(SafeFileHandle handle, byte[] path)
    {
        Span<byte> head = stackalloc byte[ContentFormats.HeadLength];
        try
        {
            var length = RandomAccess.Read(handle, head, 0);
            return ContentFormats.Of(head[..length], ContentFormats.Ending(PathText.Show(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (ContentFormat.None, ContentReason.Unreadable);
        }
    }

    private static DocContents ReadPlain(SafeFileHandle handle)
    {
        var contents = new DocContents { Format = ContentFormat.Plain };
        using var file = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        (contents.State, contents.Reason) = FileReader.Outcome(ContentFormat.Plain, file, new ContentSink(contents.Parts.Add, (_, _) => { }));
        return contents;
    }
}
