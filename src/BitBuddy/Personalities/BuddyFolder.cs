namespace BitBuddy.Personalities;

/// <summary>One buddy's folder: <c>buddies/NAME/</c>.</summary>
public sealed record BuddyFolder(string Path)
{
    public string Name => System.IO.Path.GetFileName(Path);
    public string PersonalityPath => System.IO.Path.Combine(Path, "personality.json");
    public string MemoryPath => System.IO.Path.Combine(Path, "memory.db");

    /// <summary>This buddy's personality, following its file; where that is broken from the start, a plain one of the same name.</summary>
    public PersonalitySource Follow(TimeProvider clock) => new(PersonalityPath, Characters.Default with { Name = Name }, clock);

    /// <summary>Deletes what is a buddy's. What else lies there is the user's: it stays, and the folder with it.</summary>
    internal void Delete(Notes notes)
    {
        try
        {
            foreach (var file in Directory.GetFiles(Path).Where(IsOurs))
                File.Delete(file);
            if (new DirectoryInfo(Path).LinkTarget is not null || !Directory.EnumerateFileSystemEntries(Path).Any())
                Directory.Delete(Path);
            else
                notes.Add($"{Display.Line(Path)} holds other files, so they and the folder stay.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuddyException($"{Display.Line(Path)} could not be deleted: {Display.Line(e.Message)} Delete it yourself.", inner: e);
        }
    }

    private static bool IsOurs(string path) => System.IO.Path.GetFileName(path) is var name
        && (name.StartsWith("memory.db", StringComparison.Ordinal) || name == "personality.json" || (name.StartsWith("personality.json.", StringComparison.Ordinal) && name.EndsWith(".tmp", StringComparison.Ordinal)));
}
