using System.Text.Json;
using System.Text.Json.Serialization;

namespace BitBuddy.Llama.Bench;

/// <summary>What a plain process says of its run; all in milliseconds.</summary>
/// <param name="Loaded">From the start of the process until model and context are there.</param>
/// <param name="Prompt">How long the prompt took.</param>
/// <param name="FirstToken">From the start of the process until the first token was sampled.</param>
/// <param name="Reply">From the first token to the last; null while it is not said.</param>
public sealed record PlainTimings(double Loaded, double Prompt, double FirstToken, double? Reply)
{
    /// <summary>As one line of JSON.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, PlainJson.Default.PlainTimings);

    /// <exception cref="LlamaException">Not such a line.</exception>
    public static PlainTimings FromLine(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, PlainJson.Default.PlainTimings) ?? throw new LlamaException("The plain process said nothing.");
        }
        catch (JsonException wrong)
        {
            throw new LlamaException($"The plain process said something else: {LlamaLog.Escape(line)}", wrong);
        }
    }
}

[JsonSerializable(typeof(PlainTimings))]
internal sealed partial class PlainJson : JsonSerializerContext;
