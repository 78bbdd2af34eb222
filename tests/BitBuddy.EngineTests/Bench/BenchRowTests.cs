using BitBuddy.App.Bench;

namespace BitBuddy.EngineTests.Bench;

public sealed class BenchRowTests
{
    [Fact]
    public void Of_SeveralRuns_TakesMediansAndTheirRatio()
    {
        var row = BenchRow.Of("a", "a", "ms", [30, 10, 20], [100, 300, 200, 100], new Bar(0.2, BarOf.RatioAtMost));

        Assert.Equal((20, 150, 3), (row.Ours, row.Plain, row.Runs));
        Assert.Equal(20.0 / 150, row.Ratio);
        Assert.True(row.Pass);
    }

    [Theory]
    [InlineData("RatioAtMost", 0.5, true)]
    [InlineData("RatioAtMost", 0.49, false)]
    [InlineData("RatioAtLeast", 0.5, true)]
    [InlineData("RatioAtLeast", 0.51, false)]
    [InlineData("OursAtMost", 50, true)]
    [InlineData("OursAtMost", 49, false)]
    public void Pass_EachKindOfBar_LooksAtItsFigure(string of, double limit, bool pass) =>
        Assert.Equal(pass, new BenchRow("a", "a", "ms", 50, 100, new Bar(limit, Enum.Parse<BarOf>(of)), 1).Pass);

    [Fact]
    public void Pass_NothingToCompareWith_IsOver() =>
        Assert.False(new BenchRow("a", "a", "ms", 50, null, new Bar(1, BarOf.RatioAtMost), 1).Pass);
}
