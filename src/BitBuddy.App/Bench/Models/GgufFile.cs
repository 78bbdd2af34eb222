using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BitBuddy.App.Bench.Models;

/// <summary>A GGUF file (version 3) to be written: what it says of itself, then its tensors, streamed from beginning to end.</summary>
internal sealed class GgufFile
{
    private const int Alignment = 32;
    private const int Slice = 4 << 20;
    private readonly List<byte[]> _entries = [];
    private readonly List<GgufTensor> _tensors = [];

    /// <summary>Bytes of all tensors, each filled up to the next tensor's place.</summary>
    public long DataLength => _tensors.Sum(tensor => Aligned(tensor.Length));

    /// <summary>Exact bytes of the whole file.</summary>
    public long Length => Aligned(Header().Length) + DataLength;

    public GgufFile Add(string key, string value) => Put(key, 8, w => Write(w, value));

    public GgufFile Add(string key, int value) => Put(key, 4, w => w.Write((uint)value));

    public GgufFile Add(string key, float value) => Put(key, 6, w => w.Write(value));

    public GgufFile Add(string key, bool value) => Put(key, 7, w => w.Write(value));

    public GgufFile Add(string key, IReadOnlyCollection<string> values) => PutArray(key, 8, values, Write);

    public GgufFile Add(string key, IReadOnlyCollection<float> values) => PutArray(key, 6, values, (w, value) => w.Write(value));

    public GgufFile Add(string key, IReadOnlyCollection<int> values) => PutArray(key, 5, values, (w, value) => w.Write(value));

    /// <summary>An entry as another file has it: its key, type and value in their own bytes.</summary>
    public GgufFile AddRaw(ReadOnlySpan<byte> entry)
    {
        _entries.Add(entry.ToArray());
        return this;
    }

    public GgufFile Add(GgufTensor tensor)
    {
        _tensors.Add(tensor);
        return this;
    }

    /// <summary>Writes it all; each tensor's contents depend on the seed and its name alone.</summary>
    public async Task WriteAsync(Stream target, int seed, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var header = Header();
        await target.WriteAsync(header, cancellationToken);
        await target.WriteAsync(new byte[Aligned(header.Length) - header.Length], cancellationToken);
        long written = 0;
        var buffer = new byte[Slice];
        foreach (var tensor in _tensors)
        {
            var random = new RandomBytes((ulong)seed ^ BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(tensor.Name))));
            // Whole blocks at a time.
            var slice = Slice / tensor.Type.Bytes * tensor.Type.Bytes;
            for (long done = 0; done < tensor.Length; done += slice)
            {
                var part = buffer.AsMemory(0, (int)Math.Min(slice, tensor.Length - done));
                tensor.Fill(part.Span, done, random);
                await target.WriteAsync(part, cancellationToken);
                progress?.Report((double)(written += part.Length) / DataLength);
            }

            await target.WriteAsync(new byte[Aligned(tensor.Length) - tensor.Length], cancellationToken);
        }
    }

    private byte[] Header()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write((ulong)_tensors.Count);
        writer.Write((ulong)_entries.Count);
        _entries.ForEach(writer.Write);
        long offset = 0;
        foreach (var tensor in _tensors)
        {
            Write(writer, tensor.Name);
            writer.Write((uint)tensor.Sides.Length);
            foreach (var side in tensor.Sides)
                writer.Write((ulong)side);
            writer.Write(tensor.Type.Number);
            writer.Write((ulong)offset);
            offset += Aligned(tensor.Length);
        }

        writer.Flush();
        return stream.ToArray();
    }

    private GgufFile Put(string key, uint type, Action<BinaryWriter> value)
    {
        using var entry = new MemoryStream();
        using var writer = new BinaryWriter(entry);
        Write(writer, key);
        writer.Write(type);
        value(writer);
        _entries.Add(entry.ToArray());
        return this;
    }

    private GgufFile PutArray<T>(string key, uint type, IReadOnlyCollection<T> values, Action<BinaryWriter, T> write) => Put(key, 9, w =>
    {
        w.Write(type);
        w.Write((ulong)values.Count);
        foreach (var value in values)
            write(w, value);
    });

    private static void Write(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    private static long Aligned(long position) => (position + Alignment - 1) / Alignment * Alignment;
}
