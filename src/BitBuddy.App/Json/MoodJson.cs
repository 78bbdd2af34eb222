using BitBuddy.Personalities;

namespace BitBuddy.App.Json;

internal sealed record MoodJson(string State, string Because, string? Cure)
{
    public static MoodJson Of(Mood mood) => new(Words.Of(mood.State), mood.Because, mood.Cure);
}
