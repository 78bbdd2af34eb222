using BitBuddy.Personalities;

namespace BitBuddy.App.Json;

internal sealed record BuddyJson(
    string Name, string? Character, double Temperature, int Humor, int Curiosity, int Formality, int Empathy, int Proactiveness,
    string NarrativeArc, IReadOnlyList<string> FavoritePhrases, IReadOnlyList<string> Specialties, string? Path, bool Default)
{
    public static BuddyJson Of(Personality who, string? path, bool isDefault) => new(
        who.Name, who.Character, who.Temperature, who.Humor, who.Curiosity, who.Formality, who.Empathy, who.Proactiveness,
        who.NarrativeArc, who.FavoritePhrases, who.Specialties, path, isDefault);
}
