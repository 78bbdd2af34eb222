using System.Numerics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitBuddy.Files;

/// <summary>A set of file rows, one bit each: rows are dense.</summary>
internal sealed class RowSet
{
    // Sixteen megabytes of bits.
    private const long LastRow = 1 << 27;

    private ulong[] _bits = new ulong[64];

    public void Add(long row)
    {
        if (row is < 0 or > LastRow)
            throw new SqliteException("a row beyond all that were given", raw.SQLITE_CORRUPT);
        var place = (int)(row >> 6);
        if (place >= _bits.Length)
            Array.Resize(ref _bits, Math.Max(place + 1, _bits.Length * 2));
        _bits[place] |= 1UL << (int)(row & 63);
    }

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
