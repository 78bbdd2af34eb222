using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BitBuddy.App.Json;

internal sealed record BuddyJson(
    string Name, string? Character, double Temperature, int Humor, int Curiosity, int Formality, int Empathy, int Proactiveness,
    string NarrativeArc, IReadOnlyList<string> FavoritePhrases, IReadOnlyList<string> Specialties, string? Path, bool Default,
    string? Met, int Days, long Questions, string Relationship, int Experience, IReadOnlyList<string> Folders)
{
    public static BuddyJson Of(Personality who, string? path, bool isDefault, Growth growth, IReadOnlyList<string> folders) => new(
        who.Name, who.Character, who.Temperature, who.Humor, who.Curiosity, who.Formality, who.Empathy, who.Proactiveness,
        who.NarrativeArc, who.FavoritePhrases, who.Specialties, path, isDefault,
        growth.Met is { } met ? Words.Of(met) : null, growth.Days, growth.Questions, Words.Of(growth.Relationship), growth.Experience, folders);
}
