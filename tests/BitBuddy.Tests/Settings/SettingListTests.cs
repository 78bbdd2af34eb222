using BitBuddy.Brains;
using BitBuddy.Settings;
using FsCheck.Xunit;

namespace BitBuddy.Tests.Settings;

public sealed class SettingListTests
{
    [Fact]
    public void All_Defaults_AreWithinTheirLimitsAndTheEnginesOwn()
    {
        Assert.All(SettingList.All, setting => Assert.Equal(setting.Default, setting.TryRead(setting.Default)));
        Assert.InRange(new BrainSettings().Threads, 1, Math.Min(2, Environment.ProcessorCount));
        Assert.Equal("BITBUDDY_BRAIN_GPU_LAYERS", SettingList.Find("brain.gpu_layers").Variable);
    }

    [Theory]
    [InlineData("brain.mode", "quiet", "quick", "QUICK")]
    [InlineData("brain.threads", "1", " 1 ")]
    [InlineData("brain.context", "512", "32768", "0600")]
    [InlineData("brain.gpu_layers", "0", "1000")]
    [InlineData("brain.keep_alive", "5m", "0", "-1", "90s", "1h", "300")]
    [InlineData("brain.states_mb", "0", "100000")]
    public void Read_WithinLimits_IsPutIntoTheSettingsAndReadBack(string name, params string[] texts)
    {
        var setting = SettingList.Find(name);
        foreach (var text in texts)
        {
            var value = setting.Read(text, name);
            Assert.Equal(value, setting.Get(setting.Put(new BrainSettings(), value)!));
        }
    }

    [Theory]
    [InlineData("brain.mode", "", "loud", "quiet quick", "1")]
    [InlineData("brain.threads", "", "0", "-1", "1.5", "two", "1e0", "99999999999999999999", "²")]
    [InlineData("brain.context", "511", "32769", "-512", "0x200")]
    [InlineData("brain.gpu_layers", "-1", "1001", "all")]
    [InlineData("brain.keep_alive", "", "soon", "5 minutes", "m", "5x")]
    [InlineData("brain.states_mb", "-1", "100001", "1 GB")]
    public void Read_BeyondLimits_IsRefusedWithTheLimits(string name, params string[] texts)
    {
        var setting = SettingList.Find(name);
        foreach (var text in texts)
        {
            var refused = Assert.Throws<BuddyException>(() => setting.Read(text, name));
            Assert.Equal($"{name} must be {setting.Limits}, not '{text}'.", refused.Message);
            Assert.Equal(ExitCode.Usage, refused.ExitCode);
        }
    }

    [Property(MaxTest = 500)]
    public bool Read_AnyText_IsNoneOrStaysItself(string? text) => SettingList.All.All(setting =>
        setting.TryRead(text ?? "") is not { } value || (setting.TryRead(value) == value && !value.Any(char.IsControl)));

    [Theory]
    [InlineData("brain.thread", "did you mean brain.threads?")]
    [InlineData("Brain.Mode", "did you mean brain.mode?")]
    [InlineData("keep_alive", "did you mean brain.keep_alive?")]
    [InlineData("brain.keepalive", "did you mean brain.keep_alive?")]
    [InlineData("colour", "see `bitbuddy config list`.")]
    [InlineData("", "see `bitbuddy config list`.")]
    [InlineData("x", "see `bitbuddy config list`.")]
    public void Find_UnknownName_OffersTheNearest(string name, string offer)
    {
        var refused = Assert.Throws<BuddyException>(() => SettingList.Find(name));

        Assert.Equal($"Unknown setting '{name}'; {offer}", refused.Message);
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
    }

    [Fact]
    public void Find_HostileName_IsShownHarmlessly() =>
        Assert.DoesNotContain('\u001b', Assert.Throws<BuddyException>(() => SettingList.Find("\u001b[2J" + new string('x', 100_000))).Message);
}
