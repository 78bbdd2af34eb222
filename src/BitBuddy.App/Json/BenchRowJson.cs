using BitBuddy.App.Bench;

namespace BitBuddy.App.Json;

/// <summary>One row; <c>plain</c> and <c>ratio</c> are null where there is nothing to compare with.</summary>
internal sealed record BenchRowJson(
    string Name, string What, string Unit, double Ours, double? Plain, double? Ratio, double Bar, string BarOf, bool Pass, int Runs)
{
    public static BenchRowJson Of(BenchRow row) => new(
        row.Name, row.What, row.Unit, Math.Round(row.Ours, 1), Rounded(row.Plain, 1), Rounded(row.Ratio, 4), row.Bar.Limit,
        row.Bar.Of switch { Bench.BarOf.RatioAtMost => "ratio_at_most", Bench.BarOf.RatioAtLeast => "ratio_at_least", _ => "ours_at_most" },
        row.Pass, row.Runs);

    private static double? Rounded(double? value, int digits) => value is { } number ? Math.Round(number, digits) : null;
}
