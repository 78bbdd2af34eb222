using System.Text.Json.Nodes;

namespace BitBuddy.EngineTests.App;

/// <summary>How one run of the app ended.</summary>
public sealed record AppRun(int ExitCode, string Out, string Err)
{
    public JsonNode Json => JsonNode.Parse(Out)!;
}
