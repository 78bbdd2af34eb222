using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>The list of live hosts of a home, and the way to ask them to wake their brain or let it sleep.</summary>
public sealed class RunFolder(BuddyHome home)
{
    private const string Sleep = ".sleep";
    private const string Wake = ".wake";

    /// <summary>Lists this process, with its brain as it is now. False where that cannot be written.</summary>
    /// <param name="files">How the index is kept true.</param>
    public bool TryEnter(BrainStatus brain, string? files = null)
    {
        try
        {
            if (!Directory.Exists(home.Run) && !home.TryCreate(home.Run))
                return false;
            var record = new HostRecord
            {
                Pid = Environment.ProcessId,
                Started = LiveProcess.Started,
                Brain = brain.Brain?.Name,
                State = StateName(brain.State),
                Since = brain.Since,
                Worker = brain.Worker,
                Files = files,
            };
            // Lost with the process anyway, so it need not outlive the power.
            AtomicFile.Write(RecordOf(record.Pid), JsonSerializer.SerializeToUtf8Bytes(record, CoreJson.Default.HostRecord), durable: false);
            return true;
        }
        catch (BuddyException)
        {
            // A host that cannot be listed (a full disk) is a host all the same.
            return false;
        }
    }

    public void Leave()
    {
        Delete(RecordOf(Environment.ProcessId));
        Delete(RequestOf(Environment.ProcessId, Sleep));
        Delete(RequestOf(Environment.ProcessId, Wake));
    }

    /// <summary>The hosts that live; records of dead ones are cleared away.</summary>
    public IReadOnlyList<HostRecord> Live()
    {
        if (!Directory.Exists(home.Run))
            return [];
        var live = new List<HostRecord>();
        foreach (var path in Directory.EnumerateFiles(home.Run, "*.json"))
        {
            var record = Read(path);
            if (record is not null && LiveProcess.Is(record.Pid, record.Started))
            {
                live.Add(record);
                continue;
            }

            // One that cannot be read now may be a live host's all the same.
            if (record is null && IsRunning(path))
                continue;
            Delete(path);
            Delete(System.IO.Path.ChangeExtension(path, Sleep));
            Delete(System.IO.Path.ChangeExtension(path, Wake));
        }

        return [.. live.OrderBy(record => record.Pid)];
    }

    /// <summary>Where hosts are listed and asked.</summary>
    public string Path => home.Run;

    /// <summary>Asks a host to let its brain sleep; it notices within a second.</summary>
    public void AskToSleep(HostRecord host) => Ask(host, Sleep, insteadOf: Wake);

    /// <summary>Asks a host to wake its brain; it notices within a second.</summary>
    public void AskToWake(HostRecord host) => Ask(host, Wake, insteadOf: Sleep);

    /// <summary>True once for each request to this process.</summary>
    public bool TakeSleepRequest() => Take(RequestOf(Environment.ProcessId, Sleep));

    /// <summary>True once for each request to this process.</summary>
    public bool TakeWakeRequest() => Take(RequestOf(Environment.ProcessId, Wake));

    /// <summary>What the engine of a host holds in memory for itself alone; null where there is none.</summary>
    public static long? WorkerBytes(HostRecord host) => host.Worker is { } worker ? MemoryUse.PrivateBytes(worker) : null;

    public static string StateName(BrainState state) => state.ToString().ToLowerInvariant();

    // Who asked last is right.
    private void Ask(HostRecord host, string what, string insteadOf)
    {
        Delete(RequestOf(host.Pid, insteadOf));
        AtomicFile.Write(RequestOf(host.Pid, what), [], durable: false);
    }

    private static bool Take(string request) => File.Exists(request) && Delete(request);

    private string RecordOf(int pid) => System.IO.Path.Combine(home.Run, pid.ToString(CultureInfo.InvariantCulture) + ".json");

    private string RequestOf(int pid, string kind) => System.IO.Path.ChangeExtension(RecordOf(pid), kind);

    private static HostRecord? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), CoreJson.Default.HostRecord);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsRunning(string path)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(System.IO.Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture));
            return true;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }

    private static bool Delete(string path)
    {
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
