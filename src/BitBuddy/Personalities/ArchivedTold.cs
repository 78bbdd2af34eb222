namespace BitBuddy.Personalities;

/// <summary>One remembered thing in an exported buddy.</summary>
internal sealed record ArchivedTold(string Kind, string What, string Text, DateTimeOffset At);
