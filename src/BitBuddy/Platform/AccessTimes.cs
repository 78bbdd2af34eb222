namespace BitBuddy.Platform;

/// <summary>On which mounts the time of the last reading means something: not where <c>noatime</c> keeps it from being written.</summary>
internal sealed class AccessTimes
{
    private readonly Dictionary<ulong, bool>? _mounts;

    private AccessTimes(Dictionary<ulong, bool>? mounts) => _mounts = mounts;

    /// <summary>As the system has its disks mounted now.</summary>
    public static AccessTimes Now()
    {
        try
        {
            return OperatingSystem.IsLinux() ? Of(File.ReadLines("/proc/self/mountinfo")) : new(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Of([]);
        }
    }

    /// <summary>By the lines of a <c>mountinfo</c>: the number first, the options sixth.</summary>
    public static AccessTimes Of(IEnumerable<string> mountinfo)
    {
        var mounts = new Dictionary<ulong, bool>();
        foreach (var line in mountinfo)
        {
            if (line.Split(' ') is [var number, _, _, _, _, var options, ..] && ulong.TryParse(number, out var mount))
                mounts[mount] = !options.Split(',').Any(option => option is "noatime" or "ro");
        }

        return new(mounts);
    }

    /// <summary>True where reading a file is written down, be it once a day (<c>relatime</c>).</summary>
    public bool AreKept(ulong mount) => _mounts is null || (_mounts.TryGetValue(mount, out var kept) && kept);
}
