using BitBuddy.Personalities;

namespace BitBuddy.App.Json;

internal sealed record CauseJson(string State, string Because, string Cure)
{
    public static IReadOnlyList<CauseJson> Of(Mood mood) => [.. mood.Causes.Select(cause => new CauseJson(Words.Of(cause.State), cause.Because, cause.Cure))];
}
