namespace BitBuddy.Personalities;

/// <summary>Who a buddy is: the contents of <c>personality.json</c>. The user owns that file; the app never rewrites it.</summary>
public sealed record Personality
{
    public int Schema { get; init; } = 1;
    public required string Name { get; init; }

    /// <summary>The starter character it came from: glitch, citrus, slate or nova; null for one of its own.</summary>
    public string? Character { get; init; }

    /// <summary>0.0 to 1.5.</summary>
    public double Temperature { get; init; } = 0.7;

    /// <summary>0 to 10, as the following traits.</summary>
    public int Humor { get; init; } = 5;
    public int Curiosity { get; init; } = 5;
    public int Formality { get; init; } = 5;
    public int Empathy { get; init; } = 5;
    public int Proactiveness { get; init; } = 5;
    public string NarrativeArc { get; init; } = "";
    public IReadOnlyList<string> FavoritePhrases { get; init; } = [];
    public MoodIndicators MoodIndicators { get; init; } = new();
    public IReadOnlyList<string> Specialties { get; init; } = [];
    public Quirks Quirks { get; init; } = new();
    public SamplingOverrides? Sampling { get; init; }
}
