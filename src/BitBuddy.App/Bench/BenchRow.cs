namespace BitBuddy.App.Bench;

/// <summary>One thing measured: medians of ours and, where there is one, of what it is compared with.</summary>
/// <param name="Name">As the JSON has it.</param>
/// <param name="What">The same in words.</param>
/// <param name="Unit">ms, tokens/s, bytes or processes.</param>
internal sealed record BenchRow(string Name, string What, string Unit, double Ours, double? Plain, Bar Bar, int Runs)
{
    public double? Ratio => Ours / Plain;

    public bool Pass => Bar.Holds(Bar.Of == BarOf.OursAtMost ? Ours : Ratio ?? double.NaN);

    /// <param name="ours">All of one side.</param>
    /// <param name="plain">All of the other; null: there is none.</param>
    public static BenchRow Of(string name, string what, string unit, IReadOnlyCollection<double> ours, IReadOnlyCollection<double>? plain, Bar bar) =>
        new(name, what, unit, Median(ours), plain is null ? null : Median(plain), bar, ours.Count);

    private static double Median(IReadOnlyCollection<double> all)
    {
        double[] sorted = [.. all.Order()];
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
