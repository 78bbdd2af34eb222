using System.Text.Json;

namespace BitBuddy.App.Bench;

/// <summary>One <c>ask --json</c>: times in milliseconds since its start.</summary>
/// <param name="FirstToken">By its own clock.</param>
/// <param name="Total">By its own clock, until the reply was whole.</param>
/// <param name="TotalOutside">By a stopwatch outside, until the reply was printed.</param>
/// <param name="PromptTokens">Tokens of its prompt.</param>
internal sealed record AskRun(double FirstToken, double Total, double TotalOutside, int PromptTokens)
{
    /// <exception cref="BuddyException">The brain did not speak.</exception>
    public static AskRun Of(JsonElement reply, double totalOutside)
    {
        var (timings, brain) = (reply.GetProperty("timings_ms"), reply.GetProperty("brain"));
        return brain.ValueKind == JsonValueKind.Object && timings.GetProperty("first_token").ValueKind == JsonValueKind.Number
            ? new AskRun(timings.GetProperty("first_token").GetDouble(), timings.GetProperty("total").GetDouble(), totalOutside, brain.GetProperty("prompt_tokens").GetInt32())
            : throw new BuddyException($"The brain did not speak: {Display.Line(reply.GetProperty("why_not").GetString() ?? "it said nothing.")}");
    }
}
