using BitBuddy.Personalities;

namespace BitBuddy.App.Json;

internal sealed record MoodJson(string State, string Because)
{
    public static MoodJson Of(Mood mood) => new(Words.Of(mood.State), mood.Because);
}
