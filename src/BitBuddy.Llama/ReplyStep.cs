using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace BitBuddy.Llama;

/// <summary>A piece of a reply as it is spoken.</summary>
/// <param name="Text">Whole characters; empty while they are held back.</param>
/// <param name="Position">Tokens sampled so far.</param>
/// <param name="Token">The one that is new; null: none is.</param>
/// <param name="End">In the last step: how it ended.</param>
internal sealed record ReplyStep(string Text, int Position, int? Token, ReplyEnd? End = null);

/// <summary>How a reply ended.</summary>
/// <param name="AtLimit">Whether it was cut by a limit, not ended by the model or a stop string.</param>
/// <param name="Input">Prompt tokens.</param>
/// <param name="Cached">Prompt tokens that did not have to be computed.</param>
/// <param name="Restored">Of these, tokens that came out of a saved state.</param>
/// <param name="Output">Tokens of the reply.</param>
/// <param name="PromptMicroseconds">From the start until the prompt was computed.</param>
/// <param name="FirstTokenMicroseconds">From the start until the first token was sampled.</param>
/// <param name="RestoreMicroseconds">What restoring the state took.</param>
internal sealed record ReplyEnd(
    bool AtLimit, int Input, int Cached, int Restored, int Output, long PromptMicroseconds, long FirstTokenMicroseconds, long RestoreMicroseconds)
{
    [JsonIgnore]
    public ChatFinishReason Reason => AtLimit ? ChatFinishReason.Length : ChatFinishReason.Stop;

    public UsageContent ToUsage() => new(new UsageDetails
    {
        InputTokenCount = Input,
        CachedInputTokenCount = Cached,
        OutputTokenCount = Output,
        TotalTokenCount = Input + Output,
        AdditionalCounts = new()
        {
            ["prompt_us"] = PromptMicroseconds,
            ["first_token_us"] = FirstTokenMicroseconds,
            ["restored"] = Restored,
            ["restore_us"] = RestoreMicroseconds,
        },
    });
}
