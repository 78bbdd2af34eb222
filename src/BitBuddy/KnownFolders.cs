using BitBuddy.Files;

namespace BitBuddy;

/// <summary>The folders a buddy knows: those the user named, or the usual ones of the user's home while none was named.</summary>
public sealed class KnownFolders(ConfigFile config, FileIndex index)
{
    private static readonly string[] UsualNames = ["Documents", "Downloads", "Desktop", "Pictures", "Music", "Videos", "Projects"];

    private readonly List<string> _unkept = [];

    /// <summary>Absolute, without repeats and without what is never mentioned.</summary>
    public IReadOnlyList<string> List()
    {
        var hidden = Hidden;
        return [.. (Named() is { Count: > 0 } named ? named : Usual()).Where(folder => !hidden.Covers(folder))];
    }

    /// <summary>What is never mentioned.</summary>
    public HiddenNames Hidden => config.Load().Hidden is { Count: > 0 } names ? new HiddenNames(names) : HiddenNames.None;

    /// <summary>The folders a buddy answers from: its own, else all.</summary>
    /// <param name="buddy">Its folder's name; null: a buddy without a folder.</param>
    public IReadOnlyList<string> Of(string? buddy)
    {
        var hidden = Hidden;
        return buddy is not null && config.Load().BuddyFolders.GetValueOrDefault(buddy) is { Count: > 0 } own ? [.. own.Where(folder => !hidden.Covers(folder))] : List();
    }

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
        if (Hidden.Covers(full))
            throw new BuddyException($"You told me never to mention {Display.Line(full)}. Take that back first: `bitbuddy buddy memory mention {Display.Line(Path.GetFileName(full))}`.");
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
        if (!config.TryChange(old => old with
        {
            Folders = [.. old.Folders.Where(known => known != full)],
            BuddyFolders = old.BuddyFolders.ToDictionary(own => own.Key, own => (IReadOnlyList<string>)[.. own.Value.Where(known => known != full)]),
        }))
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

    /// <summary>Makes a folder one of a buddy's own, and known.</summary>
    public void Give(string buddy, string folder)
    {
        Add(folder);
        Change(buddy, own => own.Contains(Full(folder)) ? own : [.. own, Full(folder)]);
    }

    /// <summary>The folder is not the buddy's own any more; it stays known.</summary>
    public void Take(string buddy, string folder)
    {
        if (!(config.Load().BuddyFolders.GetValueOrDefault(buddy) ?? []).Contains(Full(folder)))
            throw new BuddyException($"{Display.Line(Full(folder))} is not a folder of {buddy}'s own; see `bitbuddy buddy folders {buddy}`.", ExitCode.NotFound);
        Change(buddy, own => [.. own.Where(known => known != Full(folder))]);
    }

    /// <summary>Moves a buddy's own folders to another name; null: nobody has them any more.</summary>
    public void Hand(string buddy, string? to) => config.TryChange(old =>
    {
        var all = new Dictionary<string, IReadOnlyList<string>>(old.BuddyFolders);
        if (all.Remove(buddy, out var own) && to is not null)
            all[to] = own;
        return old with { BuddyFolders = all, Buddy = old.Buddy == buddy ? to : old.Buddy };
    });

    private void Change(string buddy, Func<IReadOnlyList<string>, IReadOnlyList<string>> change)
    {
        var changed = config.TryChange(old => old with
        {
            BuddyFolders = new Dictionary<string, IReadOnlyList<string>>(old.BuddyFolders) { [buddy] = change(old.BuddyFolders.GetValueOrDefault(buddy) ?? []) },
        });
        if (!changed)
            throw new BuddyException("The settings cannot be written, so nothing was changed.");
    }

    private IReadOnlyList<string> Named() => _unkept.Count == 0 ? config.Load().Folders : [.. config.Load().Folders, .. _unkept];

    private static List<string> Usual()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify);
        return home.Length == 0 ? [] : [.. UsualNames.Select(name => Path.Combine(home, name)).Where(Directory.Exists)];
    }
}
