using System.Xml;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>Reads no more than is sane, whatever a file says of itself.</summary>
internal static class Bounded
{
    /// <summary>The first bytes, up to so many.</summary>
    public static byte[] Bytes(Stream file, int most)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; bytes.Length < most && (read = file.Read(buffer, 0, (int)Math.Min(buffer.Length, most - bytes.Length))) > 0;)
            bytes.Write(buffer, 0, read);
        return bytes.ToArray();
    }

    /// <summary>A reader that follows no declaration and no reference out of the file.</summary>
    public static XmlReader Xml(Stream file) => XmlReader.Create(new Capped(file), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    /// <summary>A packed file may unpack to anything: it ends at 256 MB.</summary>
    internal sealed class Capped(Stream inner) : Stream
    {
        private const long Most = 256L << 20;
        private long _read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            _read += read;
            return _read <= Most ? read : throw new EnoughException();
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
