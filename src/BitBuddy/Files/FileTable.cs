using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>The known files as rows, their folded names in step with them.</summary>
internal sealed class FileTable(IndexDatabase database)
{
    // FTS5 writes out all it holds at each savepoint, and other statements make those: names go in together, last.
    private readonly List<(long Row, byte[] Name, bool Added)> _renamed = [];

    /// <summary>The files of one folder in the order they were added.</summary>
    public List<KnownFile> In(long folder)
    {
        var files = new List<KnownFile>();
        var rows = database.Sql("SELECT row, name, bytes, mtime_ns, uid FROM files WHERE folder = ?1 ORDER BY row").With(folder);
        while (rows.Step())
            files.Add(new(rows.Int(0), rows.Blob(1).ToArray(), rows.Int(2), rows.Int(3), rows.Int(4)));
        return files;
    }

    /// <summary>Adds a file; false when the id is another's.</summary>
    public bool TryAdd(long folder, in DirectoryItem file, FileKind kind, long uid)
    {
        var insert = database.Sql("INSERT OR IGNORE INTO files(folder, name, bytes, mtime_ns, kind, uid) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
        if (insert.With(folder, file.Name, file.Bytes, file.ModifiedNs, (long)kind, uid).Run() == 0)
            return false;
        _renamed.Add((insert.LastRow, file.Name, true));
        return true;
    }

    /// <summary>Everything of a row but its name.</summary>
    public void Update(long row, in DirectoryItem file, FileKind kind, long uid) =>
        database.Sql("UPDATE files SET bytes = ?2, mtime_ns = ?3, kind = ?4, uid = ?5 WHERE row = ?1")
            .With(row, file.Bytes, file.ModifiedNs, (long)kind, uid).Run();

    /// <summary>The same file under another name or in another folder.</summary>
    public void Move(long row, byte[] oldName, long folder, in DirectoryItem file, FileKind kind)
    {
        database.Sql("UPDATE files SET folder = ?2, name = ?3, bytes = ?4, mtime_ns = ?5, kind = ?6 WHERE row = ?1")
            .With(row, folder, file.Name, file.Bytes, file.ModifiedNs, (long)kind).Run();
        _renamed.Add((row, oldName, false));
        _renamed.Add((row, file.Name, true));
    }

    public void Remove(long row, byte[] name)
    {
        database.Sql("DELETE FROM files WHERE row = ?1").With(row).Run();
        _renamed.Add((row, name, false));
    }

    /// <summary>All files of one folder; how many they were.</summary>
    public int RemoveAll(long folder)
    {
        var files = In(folder);
        foreach (var file in files)
            Remove(file.Row, file.Name);
        return files.Count;
    }

    /// <summary>Who has an id: row, folder and name; null when it is free.</summary>
    public (long Row, long Folder, byte[] Name)? Holder(long uid)
    {
        var rows = database.Sql("SELECT row, folder, name FROM files WHERE uid = ?1").With(uid);
        if (!rows.Step())
            return null;
        var holder = (rows.Int(0), rows.Int(1), rows.Blob(2).ToArray());
        rows.Reset();
        return holder;
    }

    /// <summary>Brings the word index in step; before each commit.</summary>
    public void FlushNames()
    {
        foreach (var (row, name, added) in _renamed)
        {
            database.Sql(added ? "INSERT INTO names(rowid, name) VALUES(?1, ?2)" : "INSERT INTO names(names, rowid, name) VALUES('delete', ?1, ?2)")
                .With(row, NameFold.Fold(name)).Run();
        }

        _renamed.Clear();
    }

    /// <summary>Drops what a failed transaction wanted.</summary>
    public void DropNames() => _renamed.Clear();

    /// <summary>Merges the word index into one piece, so that nothing of removed names is left in it.</summary>
    public void PurgeNames() => database.Sql("INSERT INTO names(names) VALUES('optimize')").With().Run();
}
