namespace BitBuddy.Personalities;

/// <summary>One question in an exported buddy.</summary>
internal sealed record ArchivedAsked(string Intent, string Question, DateTimeOffset At);
