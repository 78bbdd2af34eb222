using Microsoft.Extensions.AI;

namespace BitBuddy.EngineTests;

/// <summary>Short ways to write a talk.</summary>
internal static class Talk
{
    public static ChatOptions Cold { get; } = new() { Temperature = 0, MaxOutputTokens = 400 };

    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public static ChatMessage Rules(params string[] contents) => Message(ChatRole.System, contents);

    public static ChatMessage User(params string[] contents) => Message(ChatRole.User, contents);

    public static ChatMessage Assistant(params string[] contents) => Message(ChatRole.Assistant, contents);

    public static UsageDetails Usage(this ChatResponse response) => response.Usage ?? throw new InvalidOperationException("No usage was given.");

    private static ChatMessage Message(ChatRole role, string[] contents) =>
        new(role, [.. contents.Select(content => new TextContent(content))]);
}
