namespace BitBuddy.Files;

/// <summary>Takes a folder's tree out of the index, in the transaction of who asks; known folders in it stay, with the way to them.</summary>
internal sealed class FolderRemoval(FolderTable folders, FileTable files)
{
    public void Remove(long id)
    {
        var kept = new HashSet<long>();
        foreach (var root in folders.RootsIn(id))
        {
            kept.UnionWith(folders.Tree(root));
            for (var lead = folders.ParentOf(root); lead != 0 && kept.Add(-lead) && lead != id;)
                lead = folders.ParentOf(lead);
        }

        foreach (var folder in folders.Tree(id).Where(folder => !kept.Contains(folder)))
        {
            files.RemoveAll(folder);
            if (kept.Contains(-folder))
                folders.MakeLead(folder);
            else if (folder != id)
                folders.Remove(folder);
        }

        folders.MakeLead(id);
        folders.Prune(id);
    }
}
