namespace BitBuddy.App.Bench.Models;

/// <summary>How a model's weights are rounded.</summary>
/// <param name="Name">As <c>--quant</c> takes it.</param>
/// <param name="FileType">As GGUF counts them.</param>
/// <param name="Usual">The type of most weights.</param>
/// <param name="MixesFiner">Some layers have a finer type where it matters most.</param>
internal sealed record Quant(string Name, int FileType, WeightType Usual, bool MixesFiner)
{
    public static IReadOnlyList<Quant> All { get; } = [new("q4_k_m", 15, WeightType.Q4_K, true), new("q4_0", 2, WeightType.Q4_0, false)];

    public static string Names => string.Join("|", All.Select(quant => quant.Name));

    /// <exception cref="BuddyException">There is none of that name.</exception>
    public static Quant Of(string name) => All.FirstOrDefault(quant => quant.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new BuddyException($"There is no quantisation {Display.Line(name)} here; choose one of {Names}.", ExitCode.Usage);
}
