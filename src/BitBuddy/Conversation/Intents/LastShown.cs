namespace BitBuddy.Conversation;

/// <summary>The last answer of a talk that was about files.</summary>
/// <param name="Files">How many of them were listed.</param>
public sealed record LastShown(Intent Intent, int Files);
