namespace BitBuddy.Files.Contents.Formats;

/// <summary>A file read by whole blocks at fixed places: who goes backwards byte by byte reads no more than who goes forwards.</summary>
internal sealed class BlockStream(Stream file) : Stream
{
    private const int Size = 64 * 1024;

    private readonly byte[] _block = new byte[Size];
    private long _start;
    private int _length;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => file.Length;

    public override long Position
    {
        get;
        set => field = value >= 0 ? value : throw new IOException("a place before the file's beginning");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>As much as was asked for, but at the file's end: some who ask do not ask again.</summary>
    public override int Read(Span<byte> buffer)
    {
        var done = 0;
        while (done < buffer.Length && Piece() is { IsEmpty: false } piece)
        {
            var count = Math.Min(piece.Length, buffer.Length - done);
            piece[..count].CopyTo(buffer[done..]);
            done += count;
            Position += count;
        }

        return done;
    }

    // The base class would make room for one byte each time.
    public override int ReadByte()
    {
        if (Piece() is not [var first, ..])
            return -1;
        Position++;
        return first;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => Position,
        _ => Length,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // What is held from the position on.
    private ReadOnlySpan<byte> Piece()
    {
        if (Position < _start || Position >= _start + _length)
        {
            file.Position = _start = Position / Size * Size;
            _length = file.ReadAtLeast(_block, Size, throwOnEndOfStream: false);
        }

        return Position < _start + _length ? _block.AsSpan((int)(Position - _start), (int)(_start + _length - Position)) : [];
    }
}
