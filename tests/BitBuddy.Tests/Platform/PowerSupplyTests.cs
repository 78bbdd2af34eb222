using System.Text;
using BitBuddy.Platform;

namespace BitBuddy.Tests.Platform;

public sealed class PowerSupplyTests : IDisposable
{
    private readonly TempHome _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("Discharging", null, true, 41)]
    [InlineData("Charging", null, false, 41)]
    [InlineData("Full", "System", false, 41)]
    [InlineData("Discharging", "Device", false, null)]
    public void OfLinux_OneBattery_TellsWhatTheKernelTells(string status, string? scope, bool onBattery, int? percent)
    {
        Supply("AC", ("type", "Mains"), ("online", "0"));
        Supply("BAT0", ("type", "Battery"), ("status", status), ("capacity", "41"));
        if (scope is not null)
            Supply("BAT0", ("scope", scope));

        Assert.Equal((onBattery, percent), PowerSupply.OfLinux(Path.Combine(_home.Root, "power")));
    }

    [Fact]
    public void OfLinux_NoneOrNoSuchFolder_IsMains() => Assert.Equal((false, null), PowerSupply.OfLinux(Path.Combine(_home.Root, "power")));

    private void Supply(string name, params (string File, string Line)[] lines)
    {
        foreach (var (file, line) in lines)
            _home.Write($"power/{name}/{file}", Encoding.ASCII.GetBytes(line + "\n"));
    }
}
