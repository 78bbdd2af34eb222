namespace BitBuddy.Llama;

/// <summary>A prompt measured in tokens.</summary>
/// <param name="Total">All of it, the template's frame included.</param>
/// <param name="Parts">One count for each text content of each message, in their order.</param>
public sealed record PromptCount(int Total, IReadOnlyList<int> Parts);
