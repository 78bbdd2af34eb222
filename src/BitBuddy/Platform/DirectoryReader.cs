using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace BitBuddy.Platform;

/// <summary>Reads one folder: names as bytes, links never followed, files with size, date and identity.</summary>
internal static class DirectoryReader
{
    private const int BufferSize = 64 * 1024;

    [ThreadStatic]
    private static byte[]? _buffer;

    /// <summary>How folders are read here; <c>doctor</c> shows it.</summary>
    public static string Means => Libc.IsHere ? "getdents64 and statx" : "managed (a renamed file gets a new id)";

    /// <summary>Adds the folder's items to <paramref name="items"/>; <paramref name="self"/> is the folder as it was before reading.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="device">The parent's file system; null for a starting folder, which may itself be a link.</param>
    public static ReadOutcome Read(ReadOnlySpan<byte> path, ulong? device, List<DirectoryItem> items, out FileStat self)
    {
        self = default;
        if (!Libc.IsHere)
            return ManagedFiles.Read(path, items, out self);
        var outcome = Open(path, device, out var folder, out self);
        return outcome == ReadOutcome.Ok ? Closing(folder, Entries(folder, items)) : outcome;
    }

    /// <summary>How reading a starting folder would begin, without reading it.</summary>
    public static ReadOutcome Probe(ReadOnlySpan<byte> path)
    {
        if (!Libc.IsHere)
            return ManagedFiles.Read(path, [], out _);
        var outcome = Open(path, null, out var folder, out _);
        return outcome == ReadOutcome.Ok ? Closing(folder, outcome) : outcome;
    }

    private static unsafe ReadOutcome Open(ReadOnlySpan<byte> path, ulong? device, out int folder, out FileStat self)
    {
        self = default;
        var text = new byte[path.Length + 1];
        path.CopyTo(text);
        var flags = Libc.ReadOnly | Libc.CloseOnExec | Libc.NonBlocking | Libc.DirectoryOnly;
        fixed (byte* pointer = text)
            folder = Libc.Open(pointer, device is null ? flags : flags | Libc.NoFollow, 0);
        if (folder < 0)
        {
            return Marshal.GetLastPInvokeError() switch
            {
                Libc.NoSuchEntry => ReadOutcome.Missing,
                Libc.NotDirectory => ReadOutcome.NotAFolder,
                _ => ReadOutcome.Unreadable,
            };
        }

        StatxResult result;
        byte empty = 0;
        if (Libc.Statx(folder, &empty, Libc.EmptyPath, StatxResult.Wanted, &result) != 0)
            return Closing(folder, ReadOutcome.Unreadable);
        self = FileStat.From(result);
        return self.Device != device && PseudoFileSystem.Holds(folder) ? Closing(folder, ReadOutcome.Pseudo) : ReadOutcome.Ok;
    }

    private static ReadOutcome Closing(int folder, ReadOutcome outcome)
    {
        _ = Libc.Close(folder);
        return outcome;
    }

    private static unsafe ReadOutcome Entries(int folder, List<DirectoryItem> items)
    {
        fixed (byte* buffer = _buffer ??= new byte[BufferSize])
        {
            while (true)
            {
                var length = Libc.GetDents(folder, buffer, BufferSize);
                if (length == 0)
                    return ReadOutcome.Ok;
                if (length < 0)
                    return ReadOutcome.Unreadable;
                for (var entry = buffer; entry < buffer + length; entry += BinaryPrimitives.ReadUInt16LittleEndian(new(entry + 16, 2)))
                    Add(folder, entry, items);
            }
        }
    }

    // struct linux_dirent64: inode 8, offset 8, length 2, type 1, name.
    private static unsafe void Add(int folder, byte* entry, List<DirectoryItem> items)
    {
        var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(entry + 19);
        if (name.SequenceEqual("."u8) || name.SequenceEqual(".."u8))
            return;
        var type = entry[18] switch
        {
            4 => ItemType.Folder,
            10 => ItemType.Link,
            0 or 8 => ItemType.File,
            _ => ItemType.Special,
        };
        if (type != ItemType.File)
        {
            items.Add(new(name.ToArray(), type, 0, 0, 0));
            return;
        }

        StatxResult result;
        if (Libc.Statx(folder, entry + 19, Libc.NoFollowAt, StatxResult.Wanted, &result) != 0)
        {
            // Gone between reading and looking: it is not there.
            if (Marshal.GetLastPInvokeError() != Libc.NoSuchEntry)
                items.Add(new(name.ToArray(), ItemType.Unreadable, 0, 0, 0));
            return;
        }

        var stat = FileStat.From(result);
        items.Add(new(name.ToArray(), stat.Type, stat.Bytes, stat.ModifiedNs, stat.Identity));
    }
}
