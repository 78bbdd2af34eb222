namespace BitBuddy.Brains;

/// <summary>One value of a header.</summary>
/// <param name="Kind">What it is; for an array, what its elements are.</param>
/// <param name="Count">Elements of an array; null for a single value.</param>
/// <param name="Content">A <see cref="long"/>, <see cref="double"/>, <see cref="string"/> or <c>long[]</c>; null where nothing is kept.</param>
internal readonly record struct GgufValue(GgufKind Kind, long? Count, object? Content);

/// <summary>The keys of a header and what was kept of their values.</summary>
internal sealed class GgufKeys
{
    private readonly Dictionary<string, GgufValue> _values = [];

    public IEnumerable<KeyValuePair<string, GgufValue>> All => _values;

    public bool TryAdd(string key, GgufValue value) => _values.TryAdd(key, value);

    public GgufValue? Find(string key) => _values.TryGetValue(key, out var value) ? value : null;

    public string? Text(string key) => Find(key)?.Content as string;

    /// <summary>A whole number of any width; null where there is none.</summary>
    public long? Number(string key) => Find(key)?.Content as long?;

    /// <summary>A number of any kind.</summary>
    public double? Real(string key) => Find(key)?.Content switch { long whole => whole, double real => real, _ => null };

    /// <summary>One number a layer: an array as it stands, a single number for all; null where there is neither.</summary>
    public long[]? PerLayer(string key, int layers) => Find(key)?.Content switch
    {
        long[] list when list.Length >= layers => list[..layers],
        long one => [.. Enumerable.Repeat(one, layers)],
        _ => null,
    };
}
