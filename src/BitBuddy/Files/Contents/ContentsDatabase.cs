using BitBuddy.Platform;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitBuddy.Files.Contents;

/// <summary>
/// One connection to <c>contents.db</c>, with the index beside it, read only, as <c>idx</c>. It is opened for a piece of work and closed
/// after it. What is damaged is deleted and made anew, for all of it can be read again.
/// </summary>
internal sealed class ContentsDatabase : IDisposable
{
    private const string Name = "contents.db";

    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly SqliteConnection _connection;

    private ContentsDatabase(SqliteConnection connection) => _connection = connection;

    /// <summary>Where the contents stand for an index.</summary>
    public static string PathFor(string index) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(index))!, Name);

    /// <summary>Works on the contents; where they are damaged they are made anew and the work is done again.</summary>
    /// <param name="index">The index's file, which must exist.</param>
    /// <exception cref="BuddyException">It is busy for long, the disk is full, or a newer version made it.</exception>
    public static T Use<T>(string index, Func<ContentsDatabase, T> work)
    {
        try
        {
            try
            {
                using var database = Connect(index);
                return work(database);
            }
            catch (Exception e) when ((e is InvalidDataException || IndexDatabase.IsDamage(e)) && Mend(index, e is InvalidDataException))
            {
                using var anew = Connect(index);
                return work(anew);
            }
        }
        catch (SqliteException e)
        {
            throw new BuddyException(Sentence(e), inner: e);
        }
    }

    // False where nothing is wrong with it: then it is the index that is damaged, which it will find out itself.
    private static bool Mend(string index, bool isSure)
    {
        try
        {
            using var database = Connect(index);
            var check = database.Sql("PRAGMA main.quick_check(1)").With();
            var isSound = check.Step() && check.Text(0) == "ok";
            check.Reset();
            if (isSound && !isSure)
                return false;
        }
        catch (SqliteException e) when (IndexDatabase.IsDamage(e))
        {
            // As it seemed.
        }

        foreach (var ending in (string[])["", "-wal", "-shm"])
            File.Delete(PathFor(index) + ending);
        return true;
    }

    public Statement Sql(string text)
    {
        if (_statements.TryGetValue(text, out var known))
            return known;
        var handle = _connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(handle, text, raw.SQLITE_PREPARE_PERSISTENT, out var prepared), handle);
        return _statements[text] = new Statement(handle, prepared);
    }

    /// <summary>Ends the statement that runs, from any thread.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(_connection.Handle!);

    /// <summary>All of the work or nothing.</summary>
    public void Write(Action work)
    {
        Sql("BEGIN IMMEDIATE").With().Run();
        try
        {
            work();
            Sql("COMMIT").With().Run();
        }
        catch
        {
            if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
                raw.sqlite3_exec(_connection.Handle!, "ROLLBACK");
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }

    private static ContentsDatabase Connect(string index)
    {
        var path = PathFor(index);
        if (!File.Exists(path))
            PrivateFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Address(path), Pooling = false, DefaultTimeout = 5 }.ConnectionString);
        var database = new ContentsDatabase(connection);
        try
        {
            connection.Open();
            database.Prepare(index);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private void Prepare(string index)
    {
        Execute("""
            PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=0; PRAGMA cache_size=-16000;
            PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON;
            """);
        if (Sql("PRAGMA user_version").With().Number() is not 0 and var version)
        {
            // Written twice, so that a damaged number is not taken for a newer version's.
            if (version != Sql("PRAGMA application_id").With().Number())
                throw new SqliteException("a version that never was", raw.SQLITE_CORRUPT);
            if (version > ContentsSchema.Version)
                throw new BuddyException("What is known of your files' contents was kept by a newer version of Bit Buddy: update Bit Buddy, or set BITBUDDY_HOME to another folder.");
        }
        else
        {
            Write(() =>
            {
                if (Sql("PRAGMA user_version").With().Number() == 0)
                    Execute($"{ContentsSchema.Tables} PRAGMA user_version={ContentsSchema.Version}; PRAGMA application_id={ContentsSchema.Version};");
            });
        }

        Sql("ATTACH ?1 AS idx").With(Address(index) + "?mode=ro").Run();
    }

    // Only where the first file is given so may the second be opened to be read alone.
    private static string Address(string path) => "file:" + Uri.EscapeDataString(Path.GetFullPath(path)).Replace("%2F", "/", StringComparison.Ordinal);

    private void Execute(string script)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    private static string Sentence(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Another Bit Buddy is writing down what stands in your files: try again in a moment.",
        raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN =>
            "What stands in your files could not be written down, the disk is full or failing: make room there and try again.",
        _ => "The index cannot be read beside the contents: run `bitbuddy index`, then try again.",
    };
}
