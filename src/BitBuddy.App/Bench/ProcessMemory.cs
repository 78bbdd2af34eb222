using System.Globalization;

namespace BitBuddy.App.Bench;

/// <summary>What processes cost, as Linux tells it; null elsewhere.</summary>
internal static class ProcessMemory
{
    private const long Kilobyte = 1024;

    /// <summary>Bytes that are this process's own: written by it, so that nobody else can have them. Pages of a mapped file are not.</summary>
    public static long? PrivateBytes(int pid) => Sum(pid, "Private_Dirty:", "Swap:");

    /// <summary>Its bytes, those it shares counted in parts.</summary>
    public static long? SharedOutBytes(int pid) => Sum(pid, "Pss:", "SwapPss:");

    /// <summary>The process and all that descend from it.</summary>
    public static IReadOnlyList<int> Family(int pid)
    {
        var family = new List<int> { pid };
        for (var i = 0; i < family.Count; i++)
            family.AddRange(Children(family[i]));
        return family;
    }

    private static IEnumerable<int> Children(int pid)
    {
        try
        {
            return [.. Directory.GetDirectories($"/proc/{pid}/task")
                .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            // It ended while it was looked at.
            return [];
        }
    }

    private static long? Sum(int pid, params ReadOnlySpan<string> names)
    {
        try
        {
            long bytes = 0;
            foreach (var line in File.ReadLines($"/proc/{pid}/smaps_rollup"))
            {
                foreach (var name in names)
                {
                    if (line.StartsWith(name, StringComparison.Ordinal))
                        bytes += Kilobyte * long.Parse(line.AsSpan(name.Length).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture);
                }
            }

            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
