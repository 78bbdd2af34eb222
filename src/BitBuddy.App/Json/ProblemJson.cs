namespace BitBuddy.App.Json;

/// <param name="Part">True where the beginning of its text is known.</param>
internal sealed record ProblemJson(string Path, bool Part, string Reason, string Why);
