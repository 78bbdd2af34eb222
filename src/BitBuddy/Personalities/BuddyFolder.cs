namespace BitBuddy.Personalities;

/// <summary>One buddy's folder: <c>buddies/NAME/</c>.</summary>
public sealed record BuddyFolder(string Path)
{
    public string Name => System.IO.Path.GetFileName(Path);
    public string PersonalityPath => System.IO.Path.Combine(Path, "personality.json");
    public string MemoryPath => System.IO.Path.Combine(Path, "memory.db");
}
