using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace BitBuddy.Platform;

/// <summary>
/// Tells when something changes right in a folder. What is told is a hint: much may be told once, and what happened before a watch was added
/// is not told. A thread waits for it, and takes no time while nothing happens.
/// </summary>
internal sealed unsafe class FolderWatch : IDisposable
{
    // Made, deleted, moved in and out, closed after writing, attributes; the folder itself deleted or moved; folders alone.
    private const uint Wanted = 0x100 | 0x200 | 0x40 | 0x80 | 0x8 | 0x4 | 0x400 | 0x800 | 0x01000000 | 0x04000000;
    private const uint ItselfGone = 0x400 | 0x800 | 0x2000;
    private const uint Overflowed = 0x4000;
    private const uint Ended = 0x8000;
    private const int NoSpace = 28;
    private const short CanRead = 1;
    private const int HeadBytes = 16;

    private readonly int _events;
    private readonly int _stop;
    private readonly Dictionary<int, long> _folders = [];
    private readonly HashSet<long> _watched = [];
    private readonly Lock _lock = new();
    private readonly Action<FolderHint> _tell;
    private readonly Thread _thread;

    private FolderWatch(int events, int stop, Action<FolderHint> tell)
    {
        (_events, _stop, _tell) = (events, stop, tell);
        _thread = new Thread(Listen) { IsBackground = true, Name = "folder watch" };
        _thread.Start();
    }

    /// <summary>How changes are heard of here; for <c>doctor</c>.</summary>
    public static string Means => Libc.IsHere ? "inotify" : "none: folders are looked at again and again";

    /// <summary>How many folders are watched.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _watched.Count;
        }
    }

    /// <summary>True for the number of a watched folder.</summary>
    public bool Has(long folder)
    {
        lock (_lock)
            return _watched.Contains(folder);
    }

    /// <summary>Null where the system gives no watch.</summary>
    /// <param name="tell">Called on the watch's own thread.</param>
    public static FolderWatch? TryStart(Action<FolderHint> tell)
    {
        if (!Libc.IsHere)
            return null;
        var events = Libc.InotifyInit(Libc.NonBlocking | Libc.CloseOnExec);
        var stop = events < 0 ? -1 : Libc.EventFd(0, Libc.NonBlocking | Libc.CloseOnExec);
        if (stop >= 0)
            return new FolderWatch(events, stop, tell);
        if (events >= 0)
            _ = Libc.Close(events);
        return null;
    }

    /// <summary>Watches a folder under a number of the caller's; false when the system has no room for more watches.</summary>
    public bool Add(ReadOnlySpan<byte> path, long folder)
    {
        var text = new byte[path.Length + 1];
        path.CopyTo(text);
        lock (_lock)
        {
            fixed (byte* pointer = text)
            {
                var watch = Libc.InotifyAdd(_events, pointer, Wanted);
                if (watch >= 0)
                    Keep(watch, folder);
                return watch >= 0 || Marshal.GetLastPInvokeError() != NoSpace;
            }
        }
    }

    /// <summary>Watches nothing any more.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            foreach (var watch in _folders.Keys)
                _ = Libc.InotifyRemove(_events, watch);
            _folders.Clear();
            _watched.Clear();
        }
    }

    public void Dispose()
    {
        var one = 1L;
        _ = Libc.Write(_stop, &one, sizeof(long));
        _thread.Join();
        _ = Libc.Close(_events);
        _ = Libc.Close(_stop);
    }

    // A folder that was renamed keeps its watch and comes under a new number.
    private void Keep(int watch, long folder)
    {
        if (_folders.TryGetValue(watch, out var old))
            _watched.Remove(old);
        _folders[watch] = folder;
        _watched.Add(folder);
    }

    private void Listen()
    {
        var buffer = new byte[64 * 1024];
        var waits = stackalloc long[2];
        fixed (byte* into = buffer)
        {
            while (true)
            {
                waits[0] = (uint)_events | ((long)CanRead << 32);
                waits[1] = (uint)_stop | ((long)CanRead << 32);
                _ = Libc.Poll(waits, 2, -1);
                if (waits[1] >> 48 != 0)
                    return;
                var length = Libc.Read(_events, into, (nuint)buffer.Length);
                for (var at = 0; at < length;)
                    at += Hear(buffer.AsSpan(at, (int)length - at));
            }
        }
    }

    // struct inotify_event: watch 4 bytes, mask 4, cookie 4, length 4, name.
    private int Hear(ReadOnlySpan<byte> data)
    {
        var mask = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
        var watch = BinaryPrimitives.ReadInt32LittleEndian(data);
        var length = BinaryPrimitives.ReadInt32LittleEndian(data[12..]);
        long folder;
        lock (_lock)
        {
            folder = _folders.GetValueOrDefault(watch);
            if ((mask & Ended) != 0 && _folders.Remove(watch))
                _watched.Remove(folder);
        }

        if ((mask & Overflowed) != 0)
            _tell(new(0, HintKind.Overflow, ""));
        else if (folder != 0 && (mask & Ended) == 0)
            _tell(new(folder, (mask & ItselfGone) != 0 ? HintKind.Gone : HintKind.Changed, Encoding.UTF8.GetString(data.Slice(HeadBytes, length).TrimEnd((byte)0))));
        return HeadBytes + length;
    }
}
