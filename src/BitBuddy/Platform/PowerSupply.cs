using System.Globalization;
using System.Runtime.InteropServices;

namespace BitBuddy.Platform;

/// <summary>What this machine runs on.</summary>
internal static partial class PowerSupply
{
    private const string LinuxFolder = "/sys/class/power_supply";

    /// <summary>How that is told here; for <c>doctor</c>.</summary>
    public static string Means => OperatingSystem.IsLinux() ? LinuxFolder : OperatingSystem.IsWindows() ? "GetSystemPowerStatus" : "nothing: mains power is assumed";

    /// <summary>Whether it lives on its battery now, and how full that is in percent; null where it has none or that cannot be told.</summary>
    public static (bool OnBattery, int? Percent) Now() => OperatingSystem.IsWindows()
        ? OfWindows()
        : OperatingSystem.IsLinux() ? OfLinux(LinuxFolder) : (false, null);

    /// <param name="folder">Laid out as <c>/sys/class/power_supply</c>.</param>
    public static (bool OnBattery, int? Percent) OfLinux(string folder)
    {
        try
        {
            // A mouse has a battery, too: its scope is a device.
            var batteries = Directory.Exists(folder)
                ? Directory.GetDirectories(folder).Where(supply => Line(supply, "type") == "Battery" && Line(supply, "scope") != "Device").ToList()
                : [];
            var percents = batteries.Select(battery => int.TryParse(Line(battery, "capacity"), CultureInfo.InvariantCulture, out var percent) ? percent : (int?)null).ToList();
            return (batteries.Exists(battery => Line(battery, "status") == "Discharging"), percents.Min());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (false, null);
        }
    }

    private static string? Line(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    private static (bool OnBattery, int? Percent) OfWindows()
    {
        const byte Offline = 0;
        const byte Most = 100;
        return GetSystemPowerStatus(out var status) != 0
            ? (status.Line == Offline, status.Percent <= Most ? status.Percent : null)
            : (false, null);
    }

    /// <summary>SYSTEM_POWER_STATUS.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PowerStatus
    {
        public byte Line;
        public byte Battery;
        public byte Percent;
        public byte Saver;
        public int SecondsLeft;
        public int SecondsFull;
    }

    [LibraryImport("kernel32")]
    private static partial int GetSystemPowerStatus(out PowerStatus status);
}
