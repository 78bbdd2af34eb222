using BitBuddy.Files;

namespace BitBuddy;

/// <summary>The folders a buddy knows: those the user named, or the usual ones of the user's home while none was named.</summary>
public sealed class KnownFolders(ConfigFile config, FileIndex index)
{
    private static readonly string[] UsualNames = ["Documents", "Downloads", "Desktop", "Pictures", "Music", "Videos", "Projects"];

    private readonly List<string> _unkept = [];

    /// <summary>Absolute, without repeats.</summary>
    public IReadOnlyList<string> List() => Named() is { Count: > 0 } named ? named : Usual();

    /// <summary>True while no folder was named, so that the usual ones are looked at.</summary>
    public bool AreUsual => Named().Count == 0;

    /// <summary>Those that lie in no other known folder, so that no file is met twice.</summary>
    public IReadOnlyList<string> Outermost()
    {
        var all = List();
        return [.. all.Where(folder => !all.Any(other => other != folder && folder.StartsWith(other, StringComparison.Ordinal)
            && (Path.EndsInDirectorySeparator(other) || folder[other.Length] == Path.DirectorySeparatorChar)))];
    }

    /// <summary>Makes a folder known, for this process alone where nothing can be kept; false where it already was. It must be readable.</summary>
    public bool Add(string folder)
    {
        var full = Existing(folder);
        if (Named().Contains(full))
            return false;
        if (!config.TryChange(old => old with { Folders = [.. old.Folders, full] }))
            _unkept.Add(full);
        return true;
    }

    /// <summary>Forgets a folder and everything known of its files, except where another known folder contains them.</summary>
    public void Remove(string folder)
    {
        var full = Full(folder);
        if (!config.Load().Folders.Contains(full))
            throw new BuddyException($"{Display.Line(full)} is not a known folder; see `bitbuddy folders list`.", ExitCode.NotFound);
        if (!config.TryChange(old => old with { Folders = [.. old.Folders.Where(known => known != full)] }))
            throw new BuddyException("The settings cannot be written, so the folder stays known.");
        index.Forget(full);
    }

    /// <summary>The absolute path of a folder that can be read; otherwise a sentence.</summary>
    public static string Existing(string folder)
    {
        var full = Full(folder);
        RealFolder.Require(full);
        return full;
    }

    private static string Full(string folder)
    {
        if (string.IsNullOrWhiteSpace(folder) || folder.Contains('\0'))
            throw new BuddyException("A folder's name is missing; give one after --folder.", ExitCode.Usage);
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    }

    private IReadOnlyList<string> Named() => _unkept.Count == 0 ? config.Load().Folders : [.. config.Load().Folders, .. _unkept];

    private static List<string> Usual()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length == 0 ? [] : [.. UsualNames.Select(name => Path.Combine(home, name)).Where(Directory.Exists)];
    }
}
