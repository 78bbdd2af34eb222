using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace BitBuddy.Llama;

/// <summary>Steps of a reply as the updates of a chat client.</summary>
internal static class ChatUpdates
{
    public static async IAsyncEnumerable<ChatResponseUpdate> FromAsync(
        IAsyncEnumerable<ReplyStep> steps, string model, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var id = Guid.NewGuid().ToString("n");
        var created = time.GetUtcNow();
        await foreach (var step in steps.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var update = new ChatResponseUpdate(ChatRole.Assistant, step.Text)
            {
                ResponseId = id,
                MessageId = id,
                ModelId = model,
                CreatedAt = created,
                FinishReason = step.End?.Reason,
                AdditionalProperties = new()
                {
                    [ReplyPlace.Position] = step.Position,
                    [ReplyPlace.Tokens] = step.Token is { } token ? (int[])[token] : [],
                },
            };
            if (step.End is { } end)
                update.Contents = step.Text.Length > 0 ? [new TextContent(step.Text), end.ToUsage()] : [end.ToUsage()];
            yield return update;
        }
    }

    /// <summary>What both clients answer when asked for a service.</summary>
    public static object? Service(IChatClient self, string model, Type type, object? key)
    {
        ArgumentNullException.ThrowIfNull(type);
        return key is not null ? null
            : type == typeof(ChatClientMetadata) ? new ChatClientMetadata("bitbuddy", null, model)
            : type.IsInstanceOfType(self) ? self
            : null;
    }
}
