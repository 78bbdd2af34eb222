using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace BitBuddy.Files;

/// <summary>
/// How the rows of 1,024 files are packed, a slot each. Facts: a checksum, then <see cref="FileFacts"/> side by side. Names: a checksum,
/// then each folded name in UTF-8 with a zero behind it.
/// </summary>
internal static class FileBlock
{
    public const int Slots = 1024;

    private const int Head = sizeof(long);

    public static long Of(long row) => row / Slots;

    public static int Slot(long row) => (int)(row % Slots);

    /// <summary>The facts by slot; empty where this is no block of facts.</summary>
    public static ReadOnlySpan<FileFacts> Facts(ReadOnlySpan<byte> data)
    {
        var facts = MemoryMarshal.Cast<byte, FileFacts>(Names(data));
        return facts.Length <= Slots ? facts : [];
    }

    /// <summary>The names, each with a zero behind it.</summary>
    public static ReadOnlySpan<byte> Names(ReadOnlySpan<byte> data) => data.Length > Head ? data[Head..] : [];

    public static byte[] Seal(long block, ReadOnlySpan<byte> content)
    {
        var data = new byte[Head + content.Length];
        BinaryPrimitives.WriteInt64LittleEndian(data, Sum(block, content));
        content.CopyTo(data.AsSpan(Head));
        return data;
    }

    /// <summary>True for a block that is as it was sealed, under its own number.</summary>
    public static bool IsSealed(long block, ReadOnlySpan<byte> data) =>
        data.Length > Head && BinaryPrimitives.ReadInt64LittleEndian(data) == Sum(block, data[Head..]);

    private static long Sum(long block, ReadOnlySpan<byte> content)
    {
        var sum = (uint)block;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(content))
            sum = BitOperations.Crc32C(sum, word);
        foreach (var one in content[(content.Length & ~7)..])
            sum = BitOperations.Crc32C(sum, one);
        return ((long)content.Length << 32) | sum;
    }
}
