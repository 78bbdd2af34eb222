using System.Buffers;
using System.Security.Cryptography;
using BitBuddy.Files.Contents;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.Files;

/// <summary>Reads files for their bytes alone. A file that cannot be read, or changes its length meanwhile, answers with null.</summary>
internal sealed class ContentReader(Action<long> read, CancellationToken cancellationToken)
{
    /// <summary>Bytes of each end of a large file; what is at most two ends long is read whole.</summary>
    public const int End = 16 * 1024;

    private const int Block = 256 * 1024;

    /// <summary>SHA-256 over both ends.</summary>
    public byte[]? HashEnds(byte[] path, long bytes) => Use(path, file =>
    {
        var buffer = ArrayPool<byte>.Shared.Rent(2 * End);
        try
        {
            return Fill(file, buffer.AsSpan(0, End), 0) && Fill(file, buffer.AsSpan(End, End), bytes - End) && RandomAccess.GetLength(file) == bytes
                ? SHA256.HashData(buffer.AsSpan(0, 2 * End)) : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    });

    /// <summary>SHA-256 of all of it.</summary>
    public byte[]? HashWhole(byte[] path, long bytes) => Use(path, file =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return ReadAll(file, bytes, (_, block) =>
        {
            hash.AppendData(block);
            return true;
        }) ? hash.GetHashAndReset() : null;
    });

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

            return Use(path, file => ReadAll(file, bytes, IsSame) ? buffer : null) is not null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private byte[]? Use(byte[] path, Func<SafeFileHandle, byte[]?> work)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (OpenFile.Of(path) is not { Handle: var file })
                return null;
            using (file)
                return work(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
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
