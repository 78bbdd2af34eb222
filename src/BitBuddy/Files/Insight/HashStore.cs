using System.Buffers.Binary;
using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace BitBuddy.Files;

/// <summary>Keeps hashes between runs, so that only what changed is read again. Any thread may call.</summary>
internal sealed class HashStore(HashDatabase database, TimeProvider clock) : IDisposable
{
    private const int MostKept = 2_000_000;
    private const int Batch = 25_000;
    private static readonly TimeSpan FlushAtLeast = TimeSpan.FromSeconds(10);

    // A file that is being written may change again within the same tick of its date.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<long, KnownHash> _known = new();
    private readonly ConcurrentDictionary<long, KnownHash> _unwritten = new();
    private long _flushed = clock.GetTimestamp();
    private int _fresh;
    private bool _isLoaded;

    public string? Note => database.Note;

    /// <summary>Reads what is kept, once.</summary>
    public void Load()
    {
        if (_isLoaded || !database.IsThere)
            return;
        _isLoaded = true;
        database.Run(connection => Read(connection, _known));
    }

    /// <summary>What is known of a file with this date and size; null where it must be read.</summary>
    public KnownHash? Find(InsightFile file) =>
        _known.GetValueOrDefault(file.Uid) is { } hash && hash.ModifiedNs == file.ModifiedNs && hash.Bytes == file.Bytes ? hash : null;

    /// <summary>Notes what was read; written down by and by, at the latest by <see cref="Flush"/>.</summary>
    public void Keep(long uid, KnownHash hash)
    {
        _known[uid] = _unwritten[uid] = hash;
        var fresh = Interlocked.Increment(ref _fresh);
        if (fresh >= Batch || (fresh % 100 == 0 && clock.GetElapsedTime(Interlocked.Read(ref _flushed)) >= FlushAtLeast))
            Flush();
    }

    /// <summary>Writes down what is new.</summary>
    public void Flush()
    {
        lock (database)
        {
            (_fresh, _flushed) = (0, clock.GetTimestamp());
            var fresh = _unwritten.ToArray();
            if (fresh.Length == 0)
                return;
            // In the table's order, so that each page is written once.
            Array.Sort(fresh, (a, b) => a.Key.CompareTo(b.Key));
            var settled = QueryFilter.Nanoseconds(clock.GetUtcNow() - Settled);
            database.Run(connection => Write(connection, fresh.Where(hash => hash.Value.ModifiedNs < settled)));
            foreach (var written in fresh)
                _unwritten.TryRemove(written);
        }
    }

    /// <summary>Forgets all of it; nothing is left in the file. False where that could not be done.</summary>
    public bool Clear()
    {
        _known.Clear();
        _unwritten.Clear();
        return !database.IsThere || (database.Run(connection => connection.Run("DELETE FROM hash") >= 0) && database.Checkpoint() && database.DropBroken());
    }

    public void Dispose() => database.Dispose();

    private static bool Write(SqliteConnection connection, IEnumerable<KeyValuePair<long, KnownHash>> hashes)
    {
        using var insert = connection.Command("INSERT OR REPLACE INTO hash VALUES ($uid, $mtime, $bytes, $ends, $whole, $compared)");
        var values = Array.ConvertAll((string[])["$uid", "$mtime", "$bytes", "$ends", "$whole", "$compared"], name => insert.Parameters.AddWithValue(name, DBNull.Value));
        foreach (var (uid, hash) in hashes)
        {
            object[] row = [uid, hash.ModifiedNs, hash.Bytes, Blob(hash.Ends), Blob(hash.Whole), hash.IsCompared ? 1 : 0];
            for (var i = 0; i < row.Length; i++)
                values[i].Value = row[i];
            insert.ExecuteNonQuery();
        }

        return true;
    }

    private static bool Read(SqliteConnection connection, ConcurrentDictionary<long, KnownHash> known)
    {
        // Rows of files that are long gone: all is simply read anew some day.
        if ((long)connection.Command("SELECT count(*) FROM hash").ExecuteScalar()! > MostKept)
            connection.Run("DELETE FROM hash");
        using var command = connection.Command("SELECT uid, mtime_ns, bytes, ends, whole, compared FROM hash");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            known[rows.GetInt64(0)] = new(rows.GetInt64(1), rows.GetInt64(2), Hash(rows, 3), Hash(rows, 4), rows.GetInt64(5) == 1);
        }

        return true;
    }

    private static object Blob(UInt128? hash)
    {
        if (hash is not { } known)
            return DBNull.Value;
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, known);
        return bytes;
    }

    private static UInt128? Hash(SqliteDataReader rows, int column) => rows.IsDBNull(column) ? null : BinaryPrimitives.ReadUInt128BigEndian(rows.GetFieldValue<byte[]>(column));
}
