using System.Text;

namespace BitBuddy.EngineTests.Gguf;

/// <summary>Writes a GGUF file (version 3): metadata, then F32, F16 and Q4_0 tensors. A tensor without data is a hole of zeros.</summary>
public sealed class GgufWriter
{
    private const int Alignment = 32;
    private const uint Single = 0;
    private const uint Half = 1;
    private const uint Q4 = 2;
    private readonly List<(string Key, Action<BinaryWriter> Value)> _metadata = [];
    private readonly List<(string Name, ulong[] Shape, uint Type, Action<Stream>? Fill)> _tensors = [];

    public GgufWriter Add(string key, string value) => Put(key, 8, w => WriteString(w, value));

    public GgufWriter Add(string key, uint value) => Put(key, 4, w => w.Write(value));

    public GgufWriter Add(string key, float value) => Put(key, 6, w => w.Write(value));

    public GgufWriter Add(string key, bool value) => Put(key, 7, w => w.Write(value));

    public GgufWriter Add(string key, IReadOnlyList<string> values) => PutArray(key, 8, values, WriteString);

    public GgufWriter Add(string key, IReadOnlyList<float> values) => PutArray(key, 6, values, (w, value) => w.Write(value));

    public GgufWriter Add(string key, IReadOnlyList<int> values) => PutArray(key, 5, values, (w, value) => w.Write(value));

    /// <summary>A matrix of 16-bit floats that is zero but for the given cells.</summary>
    public GgufWriter AddHalf(string name, int columns, int rows, IEnumerable<(int Row, int Column, float Value)>? cells = null)
    {
        _tensors.Add((name, [(ulong)columns, (ulong)rows], Half, cells is null ? null : stream => FillHalf(stream, columns, cells)));
        return this;
    }

    /// <summary>A vector of 32-bit floats, each the same value.</summary>
    public GgufWriter AddVector(string name, int length, float value)
    {
        _tensors.Add((name, [(ulong)length], Single, stream =>
        {
            for (var i = 0; i < length; i++)
                stream.Write(BitConverter.GetBytes(value));
        }));
        return this;
    }

    /// <summary>A tensor of 32-bit floats; the first side of its shape is the one that runs.</summary>
    public GgufWriter AddSingle(string name, int[] shape, Func<float> next)
    {
        _tensors.Add((name, [.. shape.Select(side => (ulong)side)], Single, stream =>
            stream.Write([.. Enumerable.Range(0, shape.Aggregate(1, (size, side) => size * side)).SelectMany(_ => BitConverter.GetBytes(next()))])));
        return this;
    }

    /// <summary>A matrix of 4-bit blocks (Q4_0), random but for the scale that all blocks have.</summary>
    public GgufWriter AddQuarter(string name, int columns, int rows, Random random, float scale)
    {
        _tensors.Add((name, [(ulong)columns, (ulong)rows], Q4, stream =>
        {
            var block = new byte[18];
            for (var i = 0; i < columns * rows / 32; i++)
            {
                random.NextBytes(block);
                BitConverter.GetBytes((System.Half)scale).CopyTo(block, 0);
                stream.Write(block);
            }
        }));
        return this;
    }

    public void Write(string path)
    {
        using var file = File.Create(path);
        using var writer = new BinaryWriter(file);
        writer.Write("GGUF"u8);
        writer.Write(3u);
        writer.Write((ulong)_tensors.Count);
        writer.Write((ulong)_metadata.Count);
        foreach (var (key, value) in _metadata)
        {
            WriteString(writer, key);
            value(writer);
        }

        var offset = 0L;
        foreach (var (name, shape, type, _) in _tensors)
        {
            WriteString(writer, name);
            writer.Write((uint)shape.Length);
            Array.ForEach(shape, writer.Write);
            writer.Write(type);
            writer.Write((ulong)offset);
            offset = Aligned(offset + Bytes(shape, type));
        }

        var at = Aligned(file.Position);
        foreach (var (_, shape, type, fill) in _tensors)
        {
            file.Position = at;
            fill?.Invoke(file);
            at = Aligned(at + Bytes(shape, type));
        }

        file.SetLength(at);
    }

    private GgufWriter Put(string key, uint type, Action<BinaryWriter> value)
    {
        _metadata.Add((key, w =>
        {
            w.Write(type);
            value(w);
        }));
        return this;
    }

    private GgufWriter PutArray<T>(string key, uint type, IReadOnlyList<T> values, Action<BinaryWriter, T> write) => Put(key, 9, w =>
    {
        w.Write(type);
        w.Write((ulong)values.Count);
        foreach (var value in values)
            write(w, value);
    });

    private static void FillHalf(Stream stream, int columns, IEnumerable<(int Row, int Column, float Value)> cells)
    {
        var start = stream.Position;
        foreach (var (row, column, value) in cells)
        {
            stream.Position = start + (((long)row * columns) + column) * 2;
            stream.Write(BitConverter.GetBytes((System.Half)value));
        }
    }

    private static void WriteString(BinaryWriter writer, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        writer.Write((ulong)bytes.Length);
        writer.Write(bytes);
    }

    private static long Bytes(ulong[] shape, uint type)
    {
        var values = (long)shape.Aggregate(1UL, (size, side) => size * side);
        return type switch { Q4 => values / 32 * 18, Half => values * 2, _ => values * 4 };
    }

    private static long Aligned(long position) => (position + Alignment - 1) / Alignment * Alignment;
}
