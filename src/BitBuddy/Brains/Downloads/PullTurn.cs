using System.Text.Json;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>
/// The right to fetch one file, held by one process at a time. The system's lock goes with its process; where a file system only
/// pretends to lock, the recorded owner tells. The record of a dead process is nobody's.
/// </summary>
internal sealed class PullTurn : IDisposable
{
    private readonly IDisposable _lock;
    private readonly string _owner;

    private PullTurn(IDisposable held, string owner) => (_lock, _owner) = (held, owner);

    /// <summary>Null while another one fetches it.</summary>
    /// <param name="other">Who; null where it cannot be told.</param>
    /// <exception cref="BuddyException">It cannot be told.</exception>
    public static PullTurn? TryTake(PartialPlace place, out PullOwner? other)
    {
        var held = FileLock.TryTake(place.Lock);
        other = Live(place);
        if (held is null || other is not null)
        {
            other ??= Owner(place.Owner);
            held?.Dispose();
            return null;
        }

        var self = new PullOwner(Environment.ProcessId, LiveProcess.Started);
        AtomicFile.Write(place.Owner, JsonSerializer.SerializeToUtf8Bytes(self, CoreJson.Default.PullOwner), durable: false);
        return new PullTurn(held, place.Owner);
    }

    /// <summary>True while some process fetches it.</summary>
    public static bool IsTaken(PartialPlace place)
    {
        try
        {
            using var held = FileLock.TryTake(place.Lock);
            return held is null || Live(place) is not null;
        }
        catch (BuddyException)
        {
            // On a read-only disk the record alone tells.
            return Live(place) is not null;
        }
    }

    public void Dispose()
    {
        try
        {
            File.Delete(_owner);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // This process's end makes it void.
        }

        _lock.Dispose();
    }

    private static PullOwner? Live(PartialPlace place) =>
        Owner(place.Owner) is { } owner && owner.Pid != Environment.ProcessId && LiveProcess.Is(owner.Pid, owner.Started) ? owner : null;

    private static PullOwner? Owner(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), CoreJson.Default.PullOwner) : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
