namespace BitBuddy.Brains;

/// <summary>A folder where brains may lie.</summary>
/// <param name="App">Whose it is, as people call it.</param>
public sealed record BrainPlace(string App, string Folder)
{
    /// <summary>A folder that the user named.</summary>
    /// <exception cref="BuddyException">There is none.</exception>
    public static BrainPlace Named(string folder) => Directory.Exists(folder)
        ? new("this folder", Path.GetFullPath(folder))
        : throw new BuddyException($"There is no folder {Display.Line(folder)}; check the name.", ExitCode.NotFound);
}
