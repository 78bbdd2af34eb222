using BitBuddy.Brains;

namespace BitBuddy.Tests.Brains;

public sealed class TuneRuleTests
{
    private const long Megabyte = 1_000_000;

    private static TuneRow Row(BrainMode mode, double firstMs, long? megabytes = 40, int threads = 2, double? reply = 20) =>
        new(mode, threads, TimeSpan.FromSeconds(1), 50, reply, TimeSpan.FromMilliseconds(firstMs), megabytes * Megabyte);

    [Theory]
    // A quarter sooner and twice the memory free, at the edge of each.
    [InlineData(1000, 750, 650, 1300, "quick", "25 % sooner, for 650 MB of 1.3 GB free memory")]
    [InlineData(1000, 400, 650, 8000, "quick", "60 % sooner")]
    [InlineData(1000, 751, 650, 8000, "quiet", "only 25 % sooner")]
    [InlineData(1000, 900, 650, 8000, "quiet", "only 10 % sooner")]
    [InlineData(1000, 1000, 650, 8000, "quiet", "not bring the first word sooner")]
    [InlineData(1000, 2000, 650, 8000, "quiet", "not bring the first word sooner")]
    [InlineData(0, 0, 650, 8000, "quiet", "not bring the first word sooner")]
    [InlineData(1000, 400, 650, 1299, "quiet", "take 650 MB of 1.3 GB free memory")]
    [InlineData(1000, 400, null, 8000, "quiet", "cannot be told")]
    public void Mode_TimesAndMemory_ChooseByTheRule(double quietMs, double quickMs, int? needs, long free, string mode, string reason)
    {
        var chosen = TuneRule.Mode(Row(BrainMode.Quiet, quietMs), Row(BrainMode.Quick, quickMs, needs), free * Megabyte);

        Assert.Equal(mode, chosen.Mode.ToString().ToLowerInvariant());
        Assert.Contains(reason, chosen.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Mode_QuickNotMeasured_IsQuietForThatReason() =>
        Assert.Equal((BrainMode.Quiet, "quick cannot be run"), TuneRule.Mode(Row(BrainMode.Quiet, 1), null, 1, "quick cannot be run"));

    [Theory]
    [InlineData(new double[] { 12 }, 1)]
    [InlineData(new double[] { 12, 24, 25, 20 }, 2)]
    [InlineData(new double[] { 12, 23, 25, 20 }, 3)]
    [InlineData(new double[] { 25, 24, 23, 22 }, 1)]
    [InlineData(new double[] { 10, 20, 30, 40 }, 4)]
    public void Threads_Speeds_TheLeastNumberNearTheBest(double[] speeds, int chosen)
    {
        var (row, reason) = TuneRule.Threads([.. speeds.Select((speed, i) => Row(BrainMode.Quiet, 1, threads: i + 1, reply: speed))]);

        Assert.Equal(chosen, row.Threads);
        Assert.Contains("tokens a second", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_NoSpeedTold_StaysTheUsualNumber()
    {
        var rows = Enumerable.Range(1, 4).Select(threads => Row(BrainMode.Quiet, 1, threads: threads, reply: null)).ToList();

        Assert.Equal(new BrainSettings().Threads, TuneRule.Threads(rows).Row.Threads);
        Assert.Equal(1, TuneRule.Threads(rows[..1]).Row.Threads);
    }
}
