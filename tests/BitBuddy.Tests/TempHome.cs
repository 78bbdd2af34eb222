namespace BitBuddy.Tests;

/// <summary>An empty home in a temporary folder, with a space and non-ASCII letters in its path.</summary>
public sealed class TempHome : IDisposable
{
    public TempHome() => Root = Directory.CreateTempSubdirectory("bit büddy ").FullName;

    public string Root { get; }
    public BuddyHome Home => new(Path.Combine(Root, "home"));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
