using System.Text;

namespace BitBuddy.Tests.Brains;

/// <summary>Writes GGUF headers, right or wrong, byte by byte.</summary>
internal sealed class TinyGguf
{
    private readonly MemoryStream _keys = new();
    private readonly MemoryStream _tensors = new();
    private ulong _keyCount;
    private ulong _tensorCount;
    private long _data;

    public uint Version { get; init; } = 3;

    /// <summary>A whole, harmless file: an architecture, a vocabulary and one tensor of 64 F32 weights.</summary>
    public static TinyGguf Whole() => new TinyGguf()
        .Key("general.architecture", "llama").Key("general.name", "Tiny").Number("llama.context_length", 2048)
        .Key("tokenizer.ggml.model", "llama").Strings("tokenizer.ggml.tokens", ["a", "b", "c"]).Tensor("output.weight", 0, 64);

    public TinyGguf Key(string key, string value) => Entry(key, 8, keys => Text(keys, value));

    public TinyGguf Number(string key, uint value) => Entry(key, 4, keys => keys.Write(BitConverter.GetBytes(value)));

    public TinyGguf Strings(string key, string[] values) => Entry(key, 9, keys =>
    {
        keys.Write(BitConverter.GetBytes(8));
        keys.Write(BitConverter.GetBytes((ulong)values.Length));
        foreach (var value in values)
            Text(keys, value);
    });

    public TinyGguf RawKey(string key, uint type, byte[] value) => Entry(key, type, keys => keys.Write(value));

    public TinyGguf Real(string key, float value) => Entry(key, 6, keys => keys.Write(BitConverter.GetBytes(value)));

    public TinyGguf Numbers(string key, int[] values) => Entry(key, 9, keys =>
    {
        keys.Write(BitConverter.GetBytes(5));
        keys.Write(BitConverter.GetBytes((ulong)values.Length));
        foreach (var value in values)
            keys.Write(BitConverter.GetBytes(value));
    });

    /// <summary>The next tensor begins so many bytes from where it should.</summary>
    public TinyGguf Shift(long bytes)
    {
        _data += bytes;
        return this;
    }

    public TinyGguf Tensor(string name, uint type, params ulong[] dimensions)
    {
        Text(_tensors, name);
        _tensors.Write(BitConverter.GetBytes(dimensions.Length));
        foreach (var dimension in dimensions)
            _tensors.Write(BitConverter.GetBytes(dimension));
        _tensors.Write(BitConverter.GetBytes(type));
        _tensors.Write(BitConverter.GetBytes((ulong)_data));
        if (dimensions.All(dimension => dimension is > 0 and < 100_000))
            _data += (long)dimensions.Aggregate((a, b) => a * b) * 4;
        _tensorCount++;
        return this;
    }

    public byte[] Bytes(ulong? keys = null, ulong? tensors = null)
    {
        var file = new MemoryStream();
        file.Write("GGUF"u8);
        file.Write(BitConverter.GetBytes(Version));
        file.Write(BitConverter.GetBytes(tensors ?? _tensorCount));
        file.Write(BitConverter.GetBytes(keys ?? _keyCount));
        file.Write(_keys.ToArray());
        file.Write(_tensors.ToArray());
        file.SetLength((file.Length + 31) / 32 * 32 + _data);
        return file.ToArray();
    }

    private TinyGguf Entry(string key, uint type, Action<MemoryStream> value)
    {
        Text(_keys, key);
        _keys.Write(BitConverter.GetBytes(type));
        value(_keys);
        _keyCount++;
        return this;
    }

    private static void Text(MemoryStream stream, string text)
    {
        stream.Write(BitConverter.GetBytes((ulong)Encoding.UTF8.GetByteCount(text)));
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
