using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BitBuddy.Platform;

namespace BitBuddy.Brains;

/// <summary>The list of live hosts of a home, and the way to ask them to let their brain sleep.</summary>
public sealed class RunFolder(BuddyHome home)
{
    private static readonly TimeSpan StartSlack = TimeSpan.FromSeconds(2);

    /// <summary>Lists this process. False where the home cannot be written.</summary>
    public bool TryEnter(string? brain, BrainState state)
    {
        if (!home.TryCreate(home.Run))
            return false;
        using var self = Process.GetCurrentProcess();
        var record = new HostRecord
        {
            Pid = Environment.ProcessId,
            Started = self.StartTime,
            Brain = brain,
            State = StateName(state),
        };
        try
        {
            AtomicFile.Write(RecordOf(record.Pid), JsonSerializer.SerializeToUtf8Bytes(record, CoreJson.Default.HostRecord));
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
        Delete(SleepRequestOf(Environment.ProcessId));
    }

    /// <summary>The hosts that live; records of dead ones are cleared away.</summary>
    public IReadOnlyList<HostRecord> Live()
    {
        if (!Directory.Exists(home.Run))
            return [];
        var live = new List<HostRecord>();
        foreach (var path in Directory.EnumerateFiles(home.Run, "*.json"))
        {
            if (Read(path) is { } record && IsLive(record))
            {
                live.Add(record);
                continue;
            }

            Delete(path);
            Delete(Path.ChangeExtension(path, ".sleep"));
        }

        return [.. live.OrderBy(record => record.Pid)];
    }

    /// <summary>Asks a host to let its brain sleep; it notices within a second.</summary>
    public void AskToSleep(HostRecord host) => AtomicFile.Write(SleepRequestOf(host.Pid), []);

    /// <summary>True once for each request to this process.</summary>
    public bool TakeSleepRequest()
    {
        var request = SleepRequestOf(Environment.ProcessId);
        return File.Exists(request) && Delete(request);
    }

    public static string StateName(BrainState state) => state switch
    {
        BrainState.Awake => "awake",
        BrainState.Waking => "waking",
        _ => "asleep",
    };

    private string RecordOf(int pid) => Path.Combine(home.Run, pid.ToString(CultureInfo.InvariantCulture) + ".json");

    private string SleepRequestOf(int pid) => Path.Combine(home.Run, pid.ToString(CultureInfo.InvariantCulture) + ".sleep");

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

    private static bool IsLive(HostRecord record)
    {
        try
        {
            using var process = Process.GetProcessById(record.Pid);
            return (process.StartTime - record.Started.LocalDateTime).Duration() < StartSlack;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
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
