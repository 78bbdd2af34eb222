using Microsoft.Data.Sqlite;

namespace BitBuddy.Files;

/// <summary>Remembers the last files that went, so that "what was deleted" has an answer. Any thread may call.</summary>
/// <param name="isKnown">Whether a file of this id is in the index: it only moved.</param>
internal sealed class RemovalLog(RemovalDatabase database, Func<long, bool> isKnown, TimeProvider clock) : IDisposable
{
    /// <summary>Older ones are forgotten.</summary>
    public const int Most = 10_000;

    public string? Note => database.Note;

    /// <summary>Notes files that were found gone just now.</summary>
    public void Add(IReadOnlyList<GoneFile> files) => database.Run(connection =>
    {
        using var insert = connection.Command("INSERT INTO removed (uid, path, bytes, kind, at) VALUES ($uid, $path, $bytes, $kind, $at)");
        var values = Array.ConvertAll((string[])["$uid", "$path", "$bytes", "$kind", "$at"], name => insert.Parameters.AddWithValue(name, DBNull.Value));
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var file in files.Skip(files.Count - Most))
        {
            object[] row = [file.Id, file.Path, file.Bytes, (long)file.Kind, now];
            for (var i = 0; i < row.Length; i++)
                values[i].Value = row[i];
            insert.ExecuteNonQuery();
        }

        return connection.Run($"DELETE FROM removed WHERE id <= (SELECT max(id) FROM removed) - {Most}");
    });

    /// <summary>What a query asks of them, the last ones first; what is there again, or elsewhere, is not among them.</summary>
    public IReadOnlyList<GoneFile> Find(FileQuery query, CancellationToken cancellationToken)
    {
        if (!database.IsThere)
            return [];
        var filter = new RemovalFilter(query);
        var found = new List<GoneFile>();
        foreach (var file in (database.Run(Read) ?? []).Where(filter.Fits).DistinctBy(file => file.Path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Path.Exists(file.Path) && !isKnown(file.Id))
                found.Add(file);
        }

        return found;
    }

    /// <summary>Forgets all of it; nothing is left in the file. False where that could not be done.</summary>
    public bool Clear() => !database.IsThere || (database.Run(connection => connection.Run("DELETE FROM removed") >= 0) && database.Checkpoint() && database.DropBroken());

    public void Dispose() => database.Dispose();

    private static List<GoneFile> Read(SqliteConnection connection)
    {
        var files = new List<GoneFile>();
        using var command = connection.Command("SELECT uid, path, bytes, kind, at FROM removed ORDER BY id DESC");
        using var rows = command.ExecuteReader();
        while (rows.Read())
            files.Add(new(rows.GetInt64(0), rows.GetString(1), rows.GetInt64(2), (FileKind)Math.Clamp(rows.GetInt64(3), 0, (long)FileKind.App), DateTimeOffset.UnixEpoch.AddMilliseconds(rows.GetInt64(4))));
        return files;
    }
}
