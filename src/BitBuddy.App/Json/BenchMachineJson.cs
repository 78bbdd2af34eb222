namespace BitBuddy.App.Json;

/// <summary>Where it was measured.</summary>
internal sealed record BenchMachineJson(string App, string Engine, string System, string? Processor, int Cores, long Memory);
