using BitBuddy.Platform;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitBuddy.Files;

/// <summary>Brings the index's rows of a folder in line with what was read there; touches only what differs.</summary>
internal sealed class FolderMerge(FolderTable folders, FileTable files, BlockTable blocks, TimeProvider clock, ScanTally tally, List<GoneFile> gone)
{
    private readonly Dictionary<long, byte[]> _paths = [];

    public void Merge(FolderListing listing)
    {
        var node = listing.Folder;
        if (node.Id == 0)
            Attach(node);
        if (listing.Outcome is ReadOutcome.Missing or ReadOutcome.NotAFolder)
        {
            // A known folder that is away (a disk not mounted) may come back, with all in it.
            if (folders.RootsIn(node.Id).Count == 0 && !folders.IsAway(node.Id))
                RemoveTree(node.Id);
            return;
        }

        // An empty folder on another device is where a disk was: it may come back, with all in it.
        if (listing is { Outcome: ReadOutcome.Ok, IsEmpty: true } && folders.DeviceOf(node.Id) is var known and not 0 && (ulong)known != listing.Device)
            return;

        var device = listing.Outcome != ReadOutcome.Ok ? null : listing.IsMount switch { null => null, true => (long?)listing.Device, false => 0 };
        var before = folders.CheckedAt(node.Id);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (!Mark(node.Parent?.Id) && !(folders.Fold(node.Id, node.Name) && Mark(node.Parent?.Id)))
        {
            // Its row is gone: another process removed it. A row that is there tells something else of itself than the index does.
            var lost = node.Id;
            Attach(node);
            if (node.Id == lost || !Mark(parent: null))
                throw new SqliteException("a folder that is not what its index tells", raw.SQLITE_CORRUPT);
        }

        // What cannot be read now was not seen to go: its rows stay.
        if (listing.Outcome != ReadOutcome.Ok)
            return;
        var isEmpty = files.New?.Unread.Remove(node.Id) == true;
        MergeFolders(listing, isEmpty ? [] : folders.Children(node.Id), before ?? now);
        MergeFiles(listing, isEmpty ? [] : files.In(node.Id));

        bool Mark(long? parent) => folders.MarkRead(node.Id, parent, node.Name, listing.ModifiedNs, now, device);
    }

    /// <summary>Removes a folder with all below it.</summary>
    public void RemoveTree(long id)
    {
        foreach (var folder in folders.Tree(id))
        {
            if (gone.Count < RemovalLog.Most)
                gone.AddRange(files.In(folder).Select(file => file.In(folders.PathOf(folder, _paths))));
            tally.Removed += files.RemoveAll(folder);
            folders.Remove(folder);
        }

        _paths.Clear();
    }

    private void Attach(FolderNode node)
    {
        if (node.Parent is null)
        {
            node.Id = folders.Ensure(PathText.Show(node.Path));
            return;
        }

        if (folders.CheckedAt(node.Parent.Id) is null)
            Attach(node.Parent);
        node.Id = folders.Find(node.Parent.Id, node.Name) ?? folders.Add(node.Parent.Id, node.Name, null);
    }

    // A new folder is known as of its parent's last check until it is read itself.
    private void MergeFolders(FolderListing listing, List<(long Id, byte[] Name)> children, long checkedAt)
    {
        var known = new Dictionary<byte[], long>(children.Count, NameComparer.Instance);
        foreach (var (id, name) in children)
            known[name] = id;
        foreach (var folder in listing.Folders)
        {
            folder.IsNew = !known.Remove(folder.Name, out var row);
            folder.Id = folder.IsNew ? folders.Add(listing.Folder.Id, folder.Name, checkedAt) : row;
            if (folder.IsNew)
                files.New?.Unread.Add(folder.Id);
        }

        foreach (var kept in listing.Kept)
            known.Remove(kept);
        // What is left out may hold a known folder.
        foreach (var (_, left) in known.Where(left => folders.RootsIn(left.Value).Count == 0 || IsGone(listing.Folder, left.Key)))
            RemoveTree(left);
    }

    private static bool IsGone(FolderNode folder, byte[] name) =>
        FileStat.Of(PathText.Join(folder.Path, name), out var stat) != ReadOutcome.Ok || stat.Type != ItemType.Folder;

    private void MergeFiles(FolderListing listing, List<KnownFile> known)
    {
        var left = new Dictionary<byte[], KnownFile>(known.Count, NameComparer.Instance);
        foreach (var file in known)
            left[file.Name] = file;

        var unmatched = new List<DirectoryItem>();
        foreach (var seen in listing.Files)
        {
            if (left.TryGetValue(seen.Name, out var file) && IsSame(listing.Folder, file, seen))
            {
                left.Remove(seen.Name);
                if (file.Bytes != seen.Bytes || file.ModifiedNs != seen.ModifiedNs || !blocks.Agrees(listing.Folder.Id, file))
                {
                    files.Update(file.Row, seen, KindOf(listing.Folder, seen), file.Uid);
                    tally.Changed++;
                }
            }
            else
            {
                unmatched.Add(seen);
            }
        }

        unmatched = Rename(listing.Folder, unmatched, left);
        foreach (var seen in unmatched)
            AddOrMove(listing.Folder, seen, left);
        foreach (var file in left.Values)
        {
            gone.Add(file.In(folders.PathOf(listing.Folder.Id, _paths)));
            files.Remove(file.Row);
            tally.Removed++;
        }
    }

    private List<DirectoryItem> Rename(FolderNode folder, List<DirectoryItem> unmatched, Dictionary<byte[], KnownFile> left)
    {
        if (unmatched.Count == 0 || left.Count == 0)
            return unmatched;
        var byUid = new Dictionary<long, KnownFile>();
        foreach (var file in left.Values)
            byUid[file.Uid] = file;
        var rest = new List<DirectoryItem>();
        foreach (var seen in unmatched)
        {
            if (!byUid.Remove(seen.Identity, out var renamed))
            {
                rest.Add(seen);
                continue;
            }

            left.Remove(renamed.Name);
            files.Move(renamed.Row, folder.Id, seen, KindOf(folder, seen));
            tally.Changed++;
        }

        return rest;
    }

    private void AddOrMove(FolderNode folder, in DirectoryItem seen, Dictionary<byte[], KnownFile> left)
    {
        var kind = KindOf(folder, seen);
        if (!left.ContainsKey(seen.Name) && files.TryAdd(folder.Id, seen, kind, seen.Identity))
        {
            tally.Added++;
            return;
        }

        var holder = files.Holder(seen.Identity);
        if (holder is { } itself && itself.Folder == folder.Id && itself.Name.AsSpan().SequenceEqual(seen.Name) && !left.ContainsKey(seen.Name))
            throw new SqliteException("a row that its folder did not list", raw.SQLITE_CORRUPT);
        if (holder is { } old && HasLeft(old.Folder, old.Name, seen.Identity))
        {
            files.Move(old.Row, folder.Id, seen, kind);
            tally.Changed++;
            return;
        }

        var uid = holder is null ? seen.Identity : FileIdentity.Of(seen.Identity, PathText.Join(folder.Path, seen.Name));
        while (files.Holder(uid) is not null)
            uid = FileIdentity.After(uid);
        if (left.Remove(seen.Name, out var replaced))
        {
            files.Update(replaced.Row, seen, kind, uid);
            tally.Changed++;
            return;
        }

        files.TryAdd(folder.Id, seen, kind, uid);
        tally.Added++;
    }

    // A further hard link has an id made with its path.
    private static bool IsSame(FolderNode folder, KnownFile file, in DirectoryItem seen) =>
        file.Uid == seen.Identity || file.Uid == FileIdentity.Of(seen.Identity, PathText.Join(folder.Path, seen.Name));

    private bool HasLeft(long folder, byte[] name, long identity)
    {
        var path = PathText.Join(folders.PathOf(folder, _paths), name);
        return FileStat.Of(path, out var stat) != ReadOutcome.Ok || stat.Identity != identity;
    }

    private static FileKind KindOf(FolderNode folder, in DirectoryItem file)
    {
        var kind = FileKinds.Of(file.Name);
        if (kind != FileKind.Other || file.Bytes == 0)
            return kind;
        Span<byte> head = stackalloc byte[FileKinds.MagicLength];
        return FileKinds.OfMagic(head[..FileHead.Read(PathText.Join(folder.Path, file.Name), head)]);
    }
}
