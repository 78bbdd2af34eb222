using BitBuddy.Files.Ignoring;
using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>Reads folders one after another, a folder always before those in it; knows nothing of the index.</summary>
/// <param name="home">Our own folder, which is not entered; null when there is none or it must be entered.</param>
/// <param name="choice">What else is read as if it were not there.</param>
/// <param name="hidden">Read as if they were not there; asked before each folder, for a name may be hidden while a long scan runs.</param>
/// <param name="rules">Those in the folders above, where several folders are read alone; null: read for this walk.</param>
internal sealed class FolderWalk(byte[]? home, TimeProvider clock, ScanTally tally, WalkChoice choice = default, Func<HiddenNames>? hidden = null, RulesAbove? rules = null)
{
    private readonly RulesAbove _above = rules ?? new RulesAbove();

    // A folder changed this shortly before it was read may change again within the same tick of its date.
    private const long UnsureNs = 100_000_000;

    /// <summary>The tree below a folder, each listing when it is read. Links are never followed.</summary>
    public IEnumerable<FolderListing> Tree(FolderNode start)
    {
        var waiting = new Stack<FolderNode>();
        waiting.Push(start);
        while (waiting.TryPop(out var node))
        {
            var listing = Read(node);
            for (var i = listing.Folders.Count - 1; i >= 0; i--)
                waiting.Push(listing.Folders[i]);
            yield return listing;
        }
    }

    /// <summary>One folder alone.</summary>
    public FolderListing Read(FolderNode node)
    {
        var items = new List<DirectoryItem>();
        var now = (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;
        var outcome = DirectoryReader.Read(node.Path, node.Device, items, out var self);
        if (outcome != ReadOutcome.Ok)
        {
            if (outcome == ReadOutcome.Pseudo)
                tally.Pseudo++;
            else if (outcome == ReadOutcome.Unreadable)
                tally.Unreadable++;
            return new(node, outcome, 0, IndexSchema.Unsure, [], [], []);
        }

        if (choice.OneDevice && node.Device is not (null or FolderNode.AnyDevice) && node.Device != self.Device)
            return new(node, ReadOutcome.Missing, 0, IndexSchema.Unsure, [], [], []);

        tally.Folders++;
        var files = new List<DirectoryItem>(items.Count);
        var folders = new List<FolderNode>();
        var kept = new List<byte[]>();
        var names = hidden?.Invoke() ?? HiddenNames.None;
        var rules = RulesOf(node, items);
        foreach (var item in rules.LeavesAllOut ? [] : items)
        {
            if ((choice.NoHidden && item.Name[0] == (byte)'.') || names.Hides(node.Path, item.Name) || rules.Ignores(item.Name, item.Type == ItemType.Folder))
                continue;
            if (item.Type == ItemType.Folder)
                Enter(node, item.Name, self.Device, folders, kept);
            else if (node.Path.Length + 1 + item.Name.Length > PathText.LongestPath)
                tally.TooLong++;
            else if (item.Type == ItemType.File)
                files.Add(item);
            else if (item.Type == ItemType.Special)
                tally.Special++;
            else if (item.Type == ItemType.Unreadable)
                tally.Unreadable++;
        }

        tally.Files += files.Count;
        return new(node, outcome, self.Device, self.ModifiedNs > now - UnsureNs ? IndexSchema.Unsure : self.ModifiedNs, files, folders, kept);
    }

    private IgnoreRules RulesOf(FolderNode node, List<DirectoryItem> items)
    {
        var (hasFile, isTagged) = (false, false);
        foreach (var item in items)
        {
            hasFile |= IgnoreRules.IsFile(item.Name);
            isTagged |= CacheTag.IsTag(item.Name);
        }

        var rules = node.Parent?.Rules is { } above ? above.Inside(node.Path, node.Name, hasFile) : _above.Of(node.Path, hasFile);
        // A folder that was asked for by name is read whatever it is.
        rules.LeavesAllOut = isTagged && node.Device is not null && CacheTag.Marks(node.Path);
        return node.Rules = rules;
    }

    private void Enter(FolderNode parent, byte[] name, ulong device, List<FolderNode> folders, List<byte[]> kept)
    {
        var path = PathText.Join(parent.Path, name);
        if (path.Length > PathText.LongestPath)
            tally.TooLong++;
        else if (home is not null && path.AsSpan().SequenceEqual(home))
            kept.Add(name);
        else
            folders.Add(new(parent, name, path, device));
    }
}
