using System.Runtime.InteropServices;
using BitBuddy.App.Commands;
using BitBuddy.App.Json;
using BitBuddy.Llama;

namespace BitBuddy.App.Bench;

/// <summary>Where it is measured.</summary>
internal static class Machine
{
    public static BenchMachineJson Describe() => new(
        AppVersion.Number, LlamaEngine.Version, RuntimeInformation.OSDescription, Processor(), Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    private static string? Processor()
    {
        try
        {
            return File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
        }
        catch (IOException)
        {
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        }
    }
}
