namespace BitBuddy.Personalities;

/// <summary>"Surprise me": a starter character with traits and a name of its own. Same seed, same buddy.</summary>
public static class RandomPersonality
{
    private static readonly Dictionary<string, string[]> Prefixes = new()
    {
        ["glitch"] = ["Null", "Hex", "Cipher", "Static", "Rogue"],
        ["citrus"] = ["Zest", "Sunny", "Lemon", "Mango", "Pip"],
        ["slate"] = ["Onyx", "Quiet", "Stone", "Mono", "Calm"],
        ["nova"] = ["Flare", "Comet", "Zippy", "Star", "Turbo"],
    };

    private static readonly string[] Suffixes = ["bit", "byte", "chip", "bot", "core", "link", "node", "spark"];
    private static readonly string[] Arcs =
        ["amnesiac-detective", "grumpy-janitor", "lost-librarian", "ship-AI-in-recovery", "digital-archaeologist", "chaos-organizer"];

    private static readonly string[] Specialties =
        ["photo organization", "document management", "project coordination", "download cleanup", "duplicate detection", "creative file naming"];

    private static readonly string[] Times = ["morning", "afternoon", "evening", "night"];
    private static readonly string[] Styles = ["methodical", "creative", "spontaneous"];

    public static Personality Create(int seed)
    {
        // The order of the draws is part of what a seed means.
        var random = new SeededRandom(seed);
        var character = random.Pick(Characters.All);
        return character with
        {
            Name = random.Pick(Prefixes[character.Character!]) + random.Pick(Suffixes),
            Temperature = random.Between(3, 12) / 10.0,
            Humor = random.Between(3, 9),
            Curiosity = random.Between(4, 10),
            Formality = random.Between(2, 8),
            Empathy = random.Between(3, 9),
            Proactiveness = random.Between(2, 8),
            NarrativeArc = random.Pick(Arcs),
            Specialties = Some(random),
            Quirks = new Quirks
            {
                PreferredTime = random.Pick(Times),
                OrganizationStyle = random.Pick(Styles),
                DiscoveryExcitement = random.Between(1, 10),
            },
        };
    }

    /// <summary>A name in the manner of a character. Same seed, same name.</summary>
    public static string NameFor(string character, int seed)
    {
        var random = new SeededRandom(seed);
        return random.Pick(Prefixes[character]) + random.Pick(Suffixes);
    }

    private static List<string> Some(SeededRandom random)
    {
        var left = Specialties.ToList();
        var some = new List<string>();
        for (var wanted = random.Between(1, 3); wanted > 0; wanted--)
        {
            some.Add(random.Pick(left));
            left.Remove(some[^1]);
        }

        return some;
    }
}
