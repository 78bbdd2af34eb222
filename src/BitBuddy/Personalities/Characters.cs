namespace BitBuddy.Personalities;

/// <summary>The starter characters, carried inside the app.</summary>
public static class Characters
{
    private static readonly string[] Known = ["glitch", "citrus", "slate", "nova"];

    public static ReadOnlySpan<string> Ids => Known;

    public static IReadOnlyList<Personality> All => [.. Known.Select(Get)];

    /// <summary>The buddy of a person who has set up nothing.</summary>
    public static Personality Default => Get("citrus") with { Name = "Pixel" };

    /// <exception cref="BuddyException">No such character.</exception>
    public static Personality Get(string id)
    {
        var known = Array.Find(Known, k => k.Equals(id, StringComparison.OrdinalIgnoreCase))
            ?? throw new BuddyException($"There is no character “{NameText.Shown(id)}”. Choose one of {string.Join(", ", Known)}.", ExitCode.NotFound);
        var resource = $"BitBuddy.Personalities.Characters.{known}.json";
        using var stream = typeof(Characters).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return PersonalityReader.Read(bytes, known + ".json");
    }
}
