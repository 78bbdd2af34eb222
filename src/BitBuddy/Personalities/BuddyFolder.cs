namespace BitBuddy.Personalities;

/// <summary>One buddy's folder: <c>buddies/NAME/</c>.</summary>
public sealed record BuddyFolder(string Path)
{
    public string Name => System.IO.Path.GetFileName(Path);
    public string PersonalityPath => System.IO.Path.Combine(Path, "personality.json");
    public string MemoryPath => System.IO.Path.Combine(Path, "memory.db");

    /// <summary>This buddy's personality, following its file; where that is broken from the start, a plain one of the same name.</summary>
    public PersonalitySource Follow(TimeProvider clock) => new(PersonalityPath, Characters.Default with { Name = Name }, clock);
}
