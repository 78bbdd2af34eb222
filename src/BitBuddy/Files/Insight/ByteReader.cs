using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using BitBuddy.Files.Contents;
using BitBuddy.Platform;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.Files;

/// <summary>Reads files for their bytes alone. One that cannot be read, or changes its length meanwhile, has no hash.</summary>
internal sealed class ByteReader(Action<long> read, CancellationToken cancellationToken)
{
    /// <summary>Bytes of each end of a large file; what is at most two ends long is read whole.</summary>
    public const int End = 4 * 1024;

    private const int Block = 256 * 1024;

    /// <summary>True where <see cref="Begin"/> reads a file of this size whole.</summary>
    public static bool IsShort(long bytes) => bytes <= 2 * End;

    /// <summary>What the system says of a file, and the hash of its ends, or of all of it where it is short: in one opening.</summary>
    public (FileStat Stat, UInt128 Hash)? Begin(byte[] path)
    {
        (FileStat, UInt128)? begun = null;
        Use(path, (file, stat) =>
        {
            var buffer = ArrayPool<byte>.Shared.Rent((2 * End) + 1);
            var hash = IsShort(stat.Bytes) ? HashShort(file, buffer, (int)stat.Bytes) : HashEnds(file, buffer, stat.Bytes);
            ArrayPool<byte>.Shared.Return(buffer);
            begun = hash is { } read ? (stat, read) : null;
            return begun is not null;
        });
        return begun;
    }

    /// <summary>The hash of all of it.</summary>
    public UInt128? HashWhole(byte[] path, long bytes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return Use(path, (file, _) => ReadAll(file, bytes, (_, block) =>
        {
            hash.AppendData(block);
            return true;
        })) ? First(hash.GetHashAndReset()) : null;
    }

    // One byte more is asked for, so that one that grew is noticed.
    private UInt128? HashShort(SafeFileHandle file, byte[] buffer, int bytes)
    {
        var length = RandomAccess.Read(file, buffer.AsSpan(0, (2 * End) + 1), 0);
        read(length);
        return length == bytes ? Hash(buffer.AsSpan(0, length)) : null;
    }

    private UInt128? HashEnds(SafeFileHandle file, byte[] buffer, long bytes) =>
        Fill(file, buffer.AsSpan(0, End), 0) && Fill(file, buffer.AsSpan(End, End), bytes - End) && RandomAccess.GetLength(file) == bytes ? Hash(buffer.AsSpan(0, 2 * End)) : null;

    // Half of a SHA-256 is enough: what looks the same is compared byte by byte.
    private static UInt128 Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return First(hash);
    }

    private static UInt128 First(ReadOnlySpan<byte> hash) => BinaryPrimitives.ReadUInt128BigEndian(hash);

    /// <summary>True when both hold the same bytes.</summary>
    public bool AreSame(byte[] path, byte[] other, long bytes)
    {
        if (OpenFile.Of(other) is not { Handle: var second })
            return false;
        using var closing = second;
        var buffer = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            bool IsSame(long at, ReadOnlySpan<byte> block)
            {
                var there = buffer.AsSpan(0, block.Length);
                return Fill(second, there, at) && block.SequenceEqual(there);
            }

            return Use(path, (file, _) => ReadAll(file, bytes, IsSame));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool Use(byte[] path, Func<SafeFileHandle, FileStat, bool> work)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (OpenFile.Of(path) is not var (file, stat))
                return false;
            using (file)
                return work(file, stat);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool ReadAll(SafeFileHandle file, long bytes, BlockReader take)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Block, bytes));
        try
        {
            for (long at = 0; at < bytes;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var block = buffer.AsSpan(0, (int)Math.Min(Math.Min(buffer.Length, Block), bytes - at));
                if (!Fill(file, block, at) || !take(at, block))
                    return false;
                at += block.Length;
            }

            return RandomAccess.GetLength(file) == bytes;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool Fill(SafeFileHandle file, Span<byte> into, long at)
    {
        read(into.Length);
        while (into.Length > 0)
        {
            var length = RandomAccess.Read(file, into, at);
            if (length == 0)
                return false;
            into = into[length..];
            at += length;
        }

        return true;
    }

    private delegate bool BlockReader(long at, ReadOnlySpan<byte> block);
}
