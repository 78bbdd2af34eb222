using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using BitBuddy.Llama.Native;
using Microsoft.Win32.SafeHandles;

namespace BitBuddy.Llama.States;

/// <summary>
/// One state in a file: magic, version, key, tokens, length, data, and the XXH128 of all before it, which finds what a disk or a crash did;
/// the folder is its user's alone, and to wake must not wait for a cipher library.
/// </summary>
internal static class StateFile
{
    public const int Version = 2;
    public const int KeyBytes = 16;

    private const int SumBytes = 16;

    /// <summary>Writes a new file for its user alone; it is whole only when this has returned.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> key, PrefixState state)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        var header = Header(key, state.Tokens, state.Bytes.Length);
        file.Write(header);
        file.Write(state.Bytes.Span);
        file.Write(Hash(header, state.Bytes.Span));
    }

    /// <summary>The state of exactly this key and these tokens; null where the file is anything else.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static PrefixState? Read(string path, ReadOnlySpan<byte> key, int[] tokens, long maxBytes)
    {
        using var file = File.OpenHandle(path, share: FileShare.Read | FileShare.Delete);
        var size = RandomAccess.GetLength(file);
        var length = size - HeaderLength(tokens) - SumBytes;
        if (length <= 0 || size > Math.Min(maxBytes, int.MaxValue))
            return null;

        // All that comes before the data is known, so it is compared, not parsed.
        var header = new byte[HeaderLength(tokens)];
        var sum = new byte[SumBytes];
        if (!Fill(file, header, 0) || !header.AsSpan().SequenceEqual(Header(key, tokens, (int)length)) || !Fill(file, sum, header.Length + length))
            return null;
        var state = new PrefixState(tokens, new NativeBytes((int)length));
        var whole = false;
        try
        {
            whole = Fill(file, state.Bytes.Span, header.Length) && sum.AsSpan().SequenceEqual(Hash(header, state.Bytes.Span));
            return whole ? state : null;
        }
        finally
        {
            if (!whole)
                state.Dispose();
        }
    }

    private static byte[] Header(ReadOnlySpan<byte> key, int[] tokens, int length)
    {
        var header = new byte[HeaderLength(tokens)];
        "BBSTATE\n"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Version);
        key.CopyTo(header.AsSpan(12));
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12 + KeyBytes), tokens.Length);
        MemoryMarshal.AsBytes(tokens.AsSpan()).CopyTo(header.AsSpan(16 + KeyBytes));
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(header.Length - 8), length);
        return header;
    }

    private static int HeaderLength(int[] tokens) => 8 + 4 + KeyBytes + 4 + (tokens.Length * sizeof(int)) + 8;

    private static byte[] Hash(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data)
    {
        var hash = new XxHash128();
        hash.Append(header);
        hash.Append(data);
        return hash.GetCurrentHash();
    }

    private static bool Fill(SafeFileHandle file, Span<byte> target, long offset)
    {
        for (int read; target.Length > 0; target = target[read..], offset += read)
        {
            read = RandomAccess.Read(file, target, offset);
            if (read == 0)
                return false;
        }

        return true;
    }
}
