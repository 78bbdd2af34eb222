namespace BitBuddy.Personalities;

/// <summary>Small habits.</summary>
public sealed record Quirks
{
    /// <summary>morning, afternoon, evening or night.</summary>
    public string PreferredTime { get; init; } = "morning";

    /// <summary>methodical, creative or spontaneous.</summary>
    public string OrganizationStyle { get; init; } = "methodical";

    /// <summary>1 to 10.</summary>
    public int DiscoveryExcitement { get; init; } = 5;
}
