using BitBuddy.Platform;

namespace BitBuddy.Personalities;

/// <summary>The buddies of this home, one folder each under <c>buddies/</c>.</summary>
public sealed class BuddyRegister(string root)
{
    private static readonly EnumerationOptions Folders = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    /// <summary>By name; where two names differ only in case, the first here is the one that answers to it.</summary>
    public IReadOnlyList<BuddyFolder> List() => !Directory.Exists(root)
        ? []
        : [.. Directory.EnumerateDirectories(root, "*", Folders)
            .Select(path => new BuddyFolder(path))
            .Where(folder => BuddyName.Problem(folder.Name) is null && File.Exists(folder.PersonalityPath))
            .OrderBy(folder => folder.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(folder => folder.Name, StringComparer.Ordinal)];

    /// <summary>Makes a buddy's folder and its personality file, under the personality's own name.</summary>
    /// <exception cref="BuddyException">The name is not allowed or taken, or the folder cannot be written.</exception>
    public BuddyFolder Meet(Personality personality)
    {
        BuddyName.Check(personality.Name);
        if (Find(personality.Name) is { } taken)
            throw new BuddyException($"There is already a buddy called {taken.Name}. Choose another name.");

        var folder = new BuddyFolder(Path.Combine(root, personality.Name));
        PrivateFolder.Create(folder.Path);
        PersonalityFile.Write(folder.PersonalityPath, personality);

        return folder;
    }

    /// <summary>Case aside; an exact name goes first.</summary>
    public BuddyFolder? Find(string name)
    {
        var all = List();
        return all.FirstOrDefault(folder => folder.Name == name)
            ?? all.FirstOrDefault(folder => folder.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <exception cref="BuddyException">There is no such buddy.</exception>
    public BuddyFolder Get(string name) => Find(name) ?? throw new BuddyException(
        List() is { Count: > 0 } all
            ? $"There is no buddy called “{NameText.Shown(name)}”. You know {string.Join(", ", all.Select(folder => folder.Name))}."
            : $"There is no buddy called “{NameText.Shown(name)}”. Meet it with 'bitbuddy buddy meet'.",
        ExitCode.NotFound);

    /// <summary>The buddy to talk with: the one named, else the only one; null when there is none yet and none is named.</summary>
    /// <exception cref="BuddyException">There is no such buddy, or several and none is named.</exception>
    public BuddyFolder? Choose(string? name)
    {
        if (name is not null)
            return Get(name);
        var all = List();
        return all.Count switch
        {
            0 => null,
            1 => all[0],
            _ => throw new BuddyException(
                $"You have several buddies: {string.Join(", ", all.Select(folder => folder.Name))}. Say which one with --buddy NAME.", ExitCode.Usage),
        };
    }
}
