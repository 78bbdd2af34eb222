namespace BitBuddy.Brains;

/// <summary>The tensors of a header, added up as they come.</summary>
internal sealed class GgufTensors(long alignment)
{
    private const int LongestName = 63;

    // No block has 16 weights a byte, so their sum stays a number.
    private const long MostBytes = long.MaxValue / 16;
    private readonly HashSet<string> _names = [];
    private readonly Dictionary<string, long> _weightsByType = [];
    private long _next;

    public long Parameters { get; private set; }

    /// <summary>Bytes from the begin of the data to the end of the last tensor.</summary>
    public long End { get; private set; }

    /// <summary>The type most weights have.</summary>
    public string Quantisation => _weightsByType.Count == 0 ? "none" : _weightsByType.MaxBy(pair => pair.Value).Key;

    /// <summary>Reads one. Each begins where the one before ends: none overlaps another, and none reaches out of the file.</summary>
    public void Read(GgufBytes bytes)
    {
        var name = bytes.Text(LongestName);
        if (name.Length == 0 || !_names.Add(name))
            throw new GgufException("has a tensor without a name of its own; it is damaged");
        var dimensions = bytes.U32();
        if (dimensions is 0 or > 4)
            throw new GgufException($"has a tensor with {dimensions} dimensions; it is damaged");
        UInt128 weights = 1;
        var row = 0UL;
        for (var i = 0; i < dimensions; i++)
        {
            var side = bytes.U64();
            if (i == 0)
                row = side;
            weights *= side;
            if (weights == 0 || weights > long.MaxValue / 8)
                throw new GgufException("has a tensor of an impossible size; it is damaged");
        }

        var type = GgufType.Of(bytes.U32()) ?? throw new GgufException("has a tensor of an unknown type; it is damaged or too new");
        if (row % (ulong)type.Weights != 0)
            throw new GgufException($"has a {type.Name} tensor whose rows are no whole blocks; it is damaged");
        var offset = bytes.U64();
        if (offset != (ulong)_next)
            throw new GgufException("has a tensor that does not begin where the one before ends; it is damaged");
        var size = weights / (UInt128)type.Weights * (UInt128)type.Bytes;
        if (size + offset > MostBytes)
            throw new GgufException("has a tensor past any possible end; it is damaged");
        End = (long)size + _next;
        _next = (End + alignment - 1) / alignment * alignment;
        Parameters += (long)weights;
        _weightsByType[type.Name] = _weightsByType.GetValueOrDefault(type.Name) + (long)weights;
    }
}
