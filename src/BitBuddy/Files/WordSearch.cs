using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitBuddy.Files;

/// <summary>Finds folded words in packed names.</summary>
internal sealed class WordSearch(BlockTable blocks)
{
    // Names have at most 255 letters; what is longer cannot occur in one.
    private const int LongestWord = 255;

    /// <summary>Up to so many rows whose name contains a folded word.</summary>
    public List<long> Names(string word, int most, CancellationToken cancellationToken)
    {
        var rows = new List<long>();
        var text = Bytes(word);
        Span<ulong> slots = stackalloc ulong[FileBlock.Slots / 64];
        for (long block = 0, count = text is null ? 0 : blocks.Count(); block < count && rows.Count < most; block++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            slots.Clear();
            Mark(blocks.Names(block), text, slots);
            for (var slot = 0; slot < FileBlock.Slots && rows.Count < most; slot++)
            {
                if ((slots[slot / 64] >> (slot % 64) & 1) != 0)
                    rows.Add(block * FileBlock.Slots + slot);
            }
        }

        return rows;
    }

    /// <summary>The word as it would stand in packed names; null where no name can hold it.</summary>
    public static byte[]? Bytes(string word) => word.Length <= LongestWord && !word.Contains('\0') ? Encoding.UTF8.GetBytes(word) : null;

    /// <summary>Sets the bits of the slots whose name contains the word.</summary>
    public static void Mark(ReadOnlySpan<byte> names, ReadOnlySpan<byte> word, Span<ulong> slots)
    {
        for (var slot = 0; names.IndexOf(word) is var at and >= 0; slot++)
        {
            slot += names[..at].Count((byte)0);
            if (slot >= FileBlock.Slots)
                throw new SqliteException("more names than a block has", raw.SQLITE_CORRUPT);
            slots[slot / 64] |= 1UL << (slot % 64);
            names = names[at..];
            names = names[(names.IndexOf((byte)0) + 1)..];
        }
    }
}
