using Microsoft.Data.Sqlite;

namespace BitBuddy;

/// <summary>Statements on a <see cref="KeptDatabase"/>. Every text is a constant of our own; what varies is a parameter.</summary>
internal static class KeptSql
{
    /// <summary>Runs a statement; how many rows it changed.</summary>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    // Only constants come here.
#pragma warning disable CA2100
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
#pragma warning restore CA2100
}
