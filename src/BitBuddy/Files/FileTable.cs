using BitBuddy.Platform;

namespace BitBuddy.Files;

/// <summary>The known files as rows, with the packed copy that searches read.</summary>
internal sealed class FileTable(IndexDatabase database, BlockTable blocks)
{
    /// <summary>Who has which id, while there is no index of them.</summary>
    public NewIds? New { get; set; }

    /// <summary>The files of one folder in the order they were added.</summary>
    public List<KnownFile> In(long folder)
    {
        var files = new List<KnownFile>();
        var rows = database.Sql("SELECT row, name, bytes, mtime_ns, kind, uid FROM files WHERE folder = ?1 ORDER BY row").With(folder);
        while (rows.Step())
            files.Add(new(rows.Int(0), rows.Blob(1).ToArray(), rows.Int(2), rows.Int(3), (FileKind)rows.Int(4), rows.Int(5)));
        return files;
    }

    /// <summary>Adds a file; false when the id is another's.</summary>
    public bool TryAdd(long folder, in DirectoryItem file, FileKind kind, long uid)
    {
        if (New is not null && Holder(uid) is not null)
            return false;
        var insert = database.Sql("INSERT OR IGNORE INTO files(folder, name, bytes, mtime_ns, kind, uid) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
        if (insert.With(folder, file.Name, file.Bytes, file.ModifiedNs, (long)kind, uid).Run() == 0)
            return false;
        Changed(insert.LastRow, uid);
        return true;
    }

    /// <summary>Everything of a row but its name.</summary>
    public void Update(long row, in DirectoryItem file, FileKind kind, long uid)
    {
        database.Sql("UPDATE files SET bytes = ?2, mtime_ns = ?3, kind = ?4, uid = ?5 WHERE row = ?1")
            .With(row, file.Bytes, file.ModifiedNs, (long)kind, uid).Run();
        Changed(row, uid);
    }

    /// <summary>Puts size and date of a row right.</summary>
    public void Correct(long row, in FileStat stat)
    {
        database.Sql("UPDATE files SET bytes = ?2, mtime_ns = ?3 WHERE row = ?1").With(row, stat.Bytes, stat.ModifiedNs).Run();
        blocks.Touch(row);
    }

    /// <summary>The same file under another name or in another folder.</summary>
    public void Move(long row, long folder, in DirectoryItem file, FileKind kind)
    {
        database.Sql("UPDATE files SET folder = ?2, name = ?3, bytes = ?4, mtime_ns = ?5, kind = ?6 WHERE row = ?1")
            .With(row, folder, file.Name, file.Bytes, file.ModifiedNs, (long)kind).Run();
        blocks.Touch(row);
    }

    public void Remove(long row)
    {
        database.Sql("DELETE FROM files WHERE row = ?1").With(row).Run();
        blocks.Touch(row);
    }

    /// <summary>All files of one folder; how many they were.</summary>
    public int RemoveAll(long folder)
    {
        var files = In(folder);
        foreach (var file in files)
            Remove(file.Row);
        return files.Count;
    }

    /// <summary>The files of folders that are not there.</summary>
    public void RemoveLost()
    {
        var lost = new List<long>();
        var rows = database.Sql("SELECT row FROM files WHERE folder NOT IN (SELECT id FROM folders)").With();
        while (rows.Step())
            lost.Add(rows.Int(0));
        lost.ForEach(Remove);
    }

    /// <summary>Who has an id: row, folder and name; null when it is free.</summary>
    public (long Row, long Folder, byte[] Name)? Holder(long uid)
    {
        if (New is not null && New[uid] is null)
            return null;
        var rows = New is null
            ? database.Sql("SELECT row, folder, name FROM files WHERE uid = ?1").With(uid)
            : database.Sql("SELECT row, folder, name FROM files WHERE row = ?1 AND uid = ?2").With(New[uid], uid);
        if (!rows.Step())
            return null;
        var holder = (rows.Int(0), rows.Int(1), rows.Blob(2).ToArray());
        rows.Reset();
        return holder;
    }

    private void Changed(long row, long uid)
    {
        New?[uid] = row;
        blocks.Touch(row);
    }
}
