using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BitBuddy.EngineTests.Files;

/// <summary>All rows of an <c>index.db</c> in a comparable form: by path, whatever the numbers of rows and the moments of checks.</summary>
internal static class IndexRows
{
    public static IReadOnlyList<string> Of(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        var folders = new Dictionary<long, (long Parent, string Name, string More)>();
        foreach (var row in Read(connection, "SELECT id, parent, hex(name), fold || '|' || root || '|' || (checked_at IS NULL) FROM folders"))
            folders[long.Parse(row[0], CultureInfo.InvariantCulture)] = (long.Parse(row[1], CultureInfo.InvariantCulture), row[2], row[3]);
        string PathOf(long id) => folders.TryGetValue(id, out var folder) ? PathOf(folder.Parent) + "/" + folder.Name : id == 0 ? "" : "?" + id;
        var all = folders.Select(folder => $"{PathOf(folder.Key)} {folder.Value.More}").ToList();
        all.AddRange(Read(connection, "SELECT folder, hex(name), bytes || '|' || mtime_ns || '|' || kind || '|' || uid FROM files")
            .Select(row => $"{PathOf(long.Parse(row[0], CultureInfo.InvariantCulture))}/{row[1]} {row[2]}"));
        all.Sort(StringComparer.Ordinal);
        return all;
    }

    private static IEnumerable<string[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetValue(at).ToString() ?? "")];
    }
}
