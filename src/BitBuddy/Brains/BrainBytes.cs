using System.Security.Cryptography;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>Reads a brain's file from its first byte to its last: to hash it, to copy it, or to have it in the system's memory.</summary>
internal static class BrainBytes
{
    private const int Block = 1 << 20;

    /// <summary>64 hexadecimal digits, lower case, and the length they are for.</summary>
    public static async Task<(string Sha256, long Bytes)> HashAsync(string path, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = await ReadAsync(path, block => hash.AppendData(block.Span), progress, cancellationToken);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
    }

    public static async Task<long> ReadAsync(
        string path, Action<ReadOnlyMemory<byte>> each, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
            var length = stream.Length;
            var block = new byte[Block];
            long done = 0;
            for (int read; (read = await stream.ReadAsync(block, cancellationToken)) > 0;)
            {
                each(block.AsMemory(0, read));
                done += read;
                progress?.Report(length == 0 ? 1 : (double)done / length);
            }

            return done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{Display.Line(path)} cannot be read ({Display.Line(e.Message)}); check the disk.", inner: e);
        }
    }

    /// <summary>Copies a file into a folder under its own name, whole or not at all; overwrites nothing.</summary>
    public static async Task<string> CopyAsync(string from, string folder, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var to = Path.Combine(folder, Path.GetFileName(from));
        if (to == from)
            return to;
        if (File.Exists(to))
            throw new BuddyException($"{Display.Line(to)} is already there; nothing was overwritten.");
        var part = $"{to}.{RandomNumberGenerator.GetHexString(8, lowercase: true)}.part";
        try
        {
            await using (var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous))
            await using (var target = PrivateFile.Open(part, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                var block = new byte[Block];
                for (int read; (read = await source.ReadAsync(block, cancellationToken)) > 0;)
                {
                    await target.WriteAsync(block.AsMemory(0, read), cancellationToken);
                    progress?.Report((double)source.Position / source.Length);
                }

                target.Flush(flushToDisk: true);
            }

            File.Move(part, to, overwrite: false);
            return to;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{Display.Line(from)} could not be copied to {Display.Line(folder)}: {Display.Line(e.Message)}", inner: e);
        }
        finally
        {
            // Moved away by then, where all went well.
            File.Delete(part);
        }
    }
}
