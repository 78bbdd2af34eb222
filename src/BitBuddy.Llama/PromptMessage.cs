using Microsoft.Extensions.AI;

namespace BitBuddy.Llama;

/// <summary>Who speaks in a prompt.</summary>
internal enum PromptRole
{
    System,
    User,
    Assistant,

    /// <summary>Nobody: a frame that the prompt brings itself, where names of control tokens count. A prompt with one is written as it stands, without a template.</summary>
    Frame,
}

/// <summary>A message as the engine takes it.</summary>
/// <param name="Role">Who speaks.</param>
/// <param name="Name">The speaker's name; of the system message, the name the assistant goes by.</param>
/// <param name="Contents">Its texts, one after the other; each is tokenised on its own.</param>
internal sealed record PromptMessage(PromptRole Role, string? Name, IReadOnlyList<string> Contents)
{
    /// <summary>The role of a message that is a frame.</summary>
    public static readonly ChatRole Frame = new("frame");

    /// <exception cref="NotSupportedException">A message of another role, or with something that is not text.</exception>
    public static IReadOnlyList<PromptMessage> From(IEnumerable<ChatMessage> messages, ChatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var prompt = messages.Select(From);
        return options?.Instructions is { Length: > 0 } instructions
            ? [new PromptMessage(PromptRole.System, null, [instructions]), .. prompt]
            : [.. prompt];
    }

    private static PromptMessage From(ChatMessage message) => new(
        RoleOf(message.Role),
        message.AuthorName,
        [.. message.Contents.Select(content => content is TextContent text
            ? text.Text
            : throw new NotSupportedException($"A brain reads only text, not {content.GetType().Name}."))]);

    private static PromptRole RoleOf(ChatRole role) =>
        role == ChatRole.System ? PromptRole.System
        : role == ChatRole.User ? PromptRole.User
        : role == ChatRole.Assistant ? PromptRole.Assistant
        : role == Frame ? PromptRole.Frame
        : throw new NotSupportedException($"A brain has no messages of the role '{LlamaLog.Escape(role.Value)}'.");
}
