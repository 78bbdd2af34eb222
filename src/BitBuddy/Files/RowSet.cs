using System.Numerics;

namespace BitBuddy.Files;

/// <summary>A set of file rows, one bit each: rows are dense.</summary>
internal sealed class RowSet
{
    private ulong[] _bits = new ulong[64];

    public int Count => _bits.Sum(BitOperations.PopCount);

    public void Add(long row)
    {
        var place = checked((int)(row >> 6));
        if (place >= _bits.Length)
            Array.Resize(ref _bits, Math.Max(place + 1, _bits.Length * 2));
        _bits[place] |= 1UL << (int)(row & 63);
    }

    public bool Contains(long row) => row >> 6 < _bits.Length && (_bits[row >> 6] & (1UL << (int)(row & 63))) != 0;

    public void KeepOnly(RowSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
            _bits[i] &= i < other._bits.Length ? other._bits[i] : 0;
    }

    public IEnumerable<long> Rows()
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            for (var rest = _bits[i]; rest != 0; rest &= rest - 1)
                yield return ((long)i << 6) + BitOperations.TrailingZeroCount(rest);
        }
    }
}
