namespace BitBuddy.Brains;

/// <summary>A prompt measured in tokens.</summary>
/// <param name="Total">All of it, template frame included.</param>
/// <param name="Parts">One count for each text content of each message, in their order.</param>
public sealed record PromptTokens(int Total, IReadOnlyList<int> Parts);
