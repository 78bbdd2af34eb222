namespace BitBuddy.App.Json;

/// <summary>What <c>bench --json</c> prints, and <c>--append</c> adds as one line.</summary>
internal sealed record BenchJson(string Date, BenchMachineJson Machine, BenchModelJson Model, IReadOnlyList<BenchRowJson> Rows);
