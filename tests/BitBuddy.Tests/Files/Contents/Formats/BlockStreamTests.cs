using BitBuddy.Files.Contents.Formats;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Files.Contents.Formats;

public sealed class BlockStreamTests
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31 / 7))];

    [Property]
    public void Read_AnyPlacesAndLengths_IsAsTheFile((uint Place, ushort Length)[] reads)
    {
        using var file = new MemoryStream(Bytes);
        using var stream = new BlockStream(file);
        var buffer = new byte[ushort.MaxValue];

        foreach (var (place, length) in reads)
        {
            var start = (int)(place % (Bytes.Length + 10));
            stream.Seek(start, SeekOrigin.Begin);
            var read = stream.Read(buffer.AsSpan(0, length));
            Assert.Equal(Bytes.Skip(start).Take(length), buffer[..read]);
            Assert.Equal(Math.Max(start, Math.Min(start + length, Bytes.Length)), stream.Position);
        }
    }

    [Fact]
    public void Read_BackwardsByteByByte_ReadsEachBlockOnce()
    {
        using var file = new Counting(Bytes);
        using var stream = new BlockStream(file);

        for (var at = Bytes.Length - 1; at >= 0; at--)
        {
            stream.Position = at;
            Assert.Equal(Bytes[at], stream.ReadByte());
        }

        // A block may come in two pieces, and the last one ends with a read of nothing.
        Assert.InRange(file.Reads, 4, 8);
    }

    [Fact]
    public void Position_BeforeTheBeginning_IsRefusedAsAFileDoes()
    {
        using var stream = new BlockStream(new MemoryStream(Bytes));

        Assert.Throws<IOException>(() => stream.Seek(-1, SeekOrigin.Begin));
        stream.Position = Bytes.Length;
        Assert.Equal(-1, stream.ReadByte());
    }

    private sealed class Counting(byte[] bytes) : MemoryStream(bytes)
    {
        public int Reads { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            Reads++;
            return base.Read(buffer);
        }
    }
}
