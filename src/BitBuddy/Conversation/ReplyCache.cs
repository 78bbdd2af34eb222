using Microsoft.Data.Sqlite;

namespace BitBuddy.Conversation;

/// <summary>Replies already given, for the same situation; up to three each, taken in turn. Whoever keeps one vouches that it was whole.</summary>
internal sealed class ReplyCache(MemoryDatabase memory)
{
    public const int PerKey = 3;

    /// <summary>Beyond this many replies the longest unused go.</summary>
    public const int Most = 1000;

    private const string Touch = "UPDATE reply SET used = 1 + (SELECT max(used) FROM reply) WHERE id = $id";

    /// <summary>
    /// The reply of this situation that was used longest ago. Null when there is none, or when it was heard in this talk already and
    /// another may still be found: nobody likes to hear the same again.
    /// </summary>
    public string? Take(CacheKey key, IReadOnlySet<string>? heard = null) => memory.Run(connection =>
    {
        using var find = connection.Command("SELECT id, text, count(*) OVER () FROM reply WHERE key = $key ORDER BY used LIMIT 1", ("$key", key.Hash));
        using var found = find.ExecuteReader();
        if (!found.Read())
            return null;
        var (id, text, count) = (found.GetInt64(0), found.GetString(1), found.GetInt64(2));
        found.Close();
        if (count < PerKey && heard?.Contains(text) == true)
            return null;
        connection.Run(Touch, ("$id", id));
        return text;
    });

    /// <summary>Keeps a reply; a fourth pushes out the one used longest ago.</summary>
    public void Keep(CacheKey key, string reply) => memory.Run(connection =>
    {
        using var same = connection.Command("SELECT id FROM reply WHERE key = $key AND text = $text", ("$key", key.Hash), ("$text", reply));
        if (same.ExecuteScalar() is long id)
        {
            connection.Run(Touch, ("$id", id));
            return true;
        }

        connection.Run("INSERT INTO reply (key, text, used) SELECT $key, $text, 1 + coalesce(max(used), 0) FROM reply", ("$key", key.Hash), ("$text", reply));
        connection.Run("DELETE FROM reply WHERE id IN (SELECT id FROM reply WHERE key = $key ORDER BY used DESC LIMIT -1 OFFSET $most)", ("$key", key.Hash), ("$most", PerKey));
        connection.Run("DELETE FROM reply WHERE id IN (SELECT id FROM reply ORDER BY used DESC LIMIT -1 OFFSET $most)", ("$most", Most));
        return true;
    });

    /// <summary>Forgets all replies; nothing of them is left in the file. False where the database cannot be used.</summary>
    public bool Clear() => memory.Run(connection =>
    {
        connection.Run("DELETE FROM reply");
        return true;
    }) && memory.Checkpoint();
}
