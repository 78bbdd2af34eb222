namespace BitBuddy.Files;

/// <summary>Whether the indexes of our tables tell what the rows do: a value that changed on the disk changed in one of them alone.</summary>
internal sealed class IndexAgreement(IndexDatabase database)
{
    public bool Holds() => FoldersAgree() && FilesAgree();

    private bool FoldersAgree()
    {
        var rows = Sums("SELECT id, parent, name, fold, checked_at FROM folders NOT INDEXED", 4);
        return rows.AsSpan().SequenceEqual([
            .. Sums("SELECT id, parent, name FROM folders INDEXED BY folders_by_place", 2),
            .. Sums("SELECT id, fold FROM folders INDEXED BY folders_by_fold", 1),
            .. Sums("SELECT id, checked_at FROM folders INDEXED BY folders_by_check", 1)])
            && Sums("SELECT id, id FROM folders NOT INDEXED WHERE root > 0", 1)[0] == Sums("SELECT id, id FROM folders INDEXED BY folders_by_root WHERE root > 0", 1)[0];
    }

    // Too many to be taken out one by one.
    private bool FilesAgree()
    {
        const string OfFolder = "sum(folder % 1000003 * (row % 1021 + 1))";
        const string OfUid = "sum(uid % 1000003 * (row % 1021 + 1))";
        var rows = database.Sql($"SELECT {OfFolder}, {OfUid} FROM files NOT INDEXED").With();
        rows.Step();
        var (folder, uid) = (rows.Int(0), rows.Int(1));
        rows.Reset();
        return folder == (database.Sql($"SELECT {OfFolder} FROM files INDEXED BY files_by_folder").With().Number() ?? 0)
            && uid == (database.Sql($"SELECT {OfUid} FROM files INDEXED BY files_by_uid").With().Number() ?? 0);
    }

    // One for each further column, whatever the order of rows.
    private ulong[] Sums(string sql, int columns)
    {
        var sums = new ulong[columns];
        var rows = database.Sql(sql).With();
        while (rows.Step())
        {
            for (var column = 0; column < columns; column++)
                sums[column] += rows.Hash(column + 1) * (2 * (ulong)rows.Int(0) + 1);
        }

        return sums;
    }
}
