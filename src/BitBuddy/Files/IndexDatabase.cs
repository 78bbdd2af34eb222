using System.Text;
using BitBuddy.Platform;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitBuddy.Files;

/// <summary>Opens <c>index.db</c>, mends it when it is damaged, and holds its prepared statements. One user at a time.</summary>
internal sealed class IndexDatabase : IDisposable
{
    public const string RebuiltNote = "The index was damaged and has been rebuilt; your files are fine.";

    // Packed names are less; what is longer is a damaged length, for which nothing is set aside.
    private const int LongestValue = 4 << 20;

    private static readonly Version OldestSqlite = new(3, 53, 2);
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly string? _path;
    private SqliteConnection _connection = null!;
    private long _dated;
    private IndexPresence? _presence;

    private IndexDatabase(string? path) => _path = path;

    /// <summary>What the user should know, a sentence; else null.</summary>
    public string? Note { get; private set; }

    /// <summary>False when it is held in memory only.</summary>
    public bool Keeps { get; private set; }

    /// <summary>Opens the database at a path; null or an unwritable place: in memory.</summary>
    /// <exception cref="BuddyException">SQLite is too old, or the index was made by a newer version.</exception>
    public static IndexDatabase Open(string? path)
    {
        var database = new IndexDatabase(path);
        database.Start();
        return database;
    }

    /// <summary>The prepared statement of a text; texts are few and fixed, or bounded by the shape of a query.</summary>
    public Statement Sql(string text)
    {
        if (_statements.TryGetValue(text, out var known))
            return known;
        var handle = _connection.Handle!;
        var result = raw.sqlite3_prepare_v3(handle, text, raw.SQLITE_PREPARE_PERSISTENT, out var prepared);
        SqliteException.ThrowExceptionForRC(result, handle);
        return _statements[text] = new Statement(handle, prepared);
    }

    /// <summary>Several statements without parameters.</summary>
    public void Execute(string script)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }

    /// <summary>Ends a transaction that failed; one that SQLite ended itself is fine too.</summary>
    public void RollBack()
    {
        if (raw.sqlite3_get_autocommit(_connection.Handle!) == 0)
            raw.sqlite3_exec(_connection.Handle!, "ROLLBACK");
    }

    /// <summary>True where the tables are defined as we define them.</summary>
    public bool IsAsMade()
    {
        if (!Keeps)
            return true;
        using var made = Open(null);
        return Definitions() == made.Definitions();
    }

    /// <summary>Puts the damaged database aside as <c>.broken</c> and starts an empty one.</summary>
    public void Rebuild()
    {
        Close();
        if (_path is not null)
            PutAside(_path);
        Note = null;
        Start();
        Note = Note is null or RebuiltNote ? RebuiltNote : $"{RebuiltNote} {Note}";
    }

    /// <summary>True when the database is not what we wrote: our statements fit our tables, so one that fails as such tells of damage too.</summary>
    public static bool IsDamage(Exception exception) => exception is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_FORMAT or raw.SQLITE_ERROR or raw.SQLITE_CONSTRAINT
            or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG,
    };

    /// <summary>All of it is in the main file afterwards, and nothing of what was deleted is in the log.</summary>
    public void Checkpoint()
    {
        if (Keeps)
            Sql("PRAGMA wal_checkpoint(TRUNCATE)").With().Run();
    }

    /// <summary>Removes the copy that a rebuild put aside.</summary>
    public void DropBroken()
    {
        if (Keeps)
            File.Delete(_path + ".broken");
    }

    /// <summary>Another value after every change, here or by another process, but for those that <see cref="Dated"/> was told of.</summary>
    public (SqliteConnection, long, long) State() => (_connection, OthersVersion(), raw.sqlite3_total_changes(_connection.Handle!) - _dated);

    /// <summary>Notes rows in which only a date of looking changed: what is kept in memory stays true.</summary>
    public void Dated(int rows) => _dated += rows;

    /// <summary>Another number after every change by another process.</summary>
    public long OthersVersion() => Sql("PRAGMA data_version").With().Number() ?? 0;

    /// <summary>How long a statement waits while another process writes, in milliseconds.</summary>
    public void WaitAtMost(int milliseconds) => raw.sqlite3_busy_timeout(_connection.Handle!, milliseconds);

    public void Dispose() => Close();

    private void Start()
    {
        if (_path is null)
        {
            OpenInMemory();
            return;
        }

        try
        {
            PrivateFolder.Create(Path.GetDirectoryName(Path.GetFullPath(_path))!);
            OpenFile(_path);
        }
        catch (SqliteException e) when (IsDamage(e))
        {
            Close();
            PutAside(_path);
            OpenFile(_path);
            Note = RebuiltNote;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException
            or BuddyException { InnerException: IOException or UnauthorizedAccessException }
            or SqliteException { SqliteErrorCode: raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR or raw.SQLITE_PERM })
        {
            Close();
            OpenInMemory();
            Note = $"The folder {Display.Line(Path.GetDirectoryName(_path) ?? "")} cannot be written: the index is held in memory and nothing is kept.";
        }
    }

    private void OpenFile(string path)
    {
        _presence = IndexPresence.Announce(path);
        var unclean = _presence.IsAlone && new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };
        if (!File.Exists(path))
            PrivateFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
        Connect(path);
        if (raw.sqlite3_db_readonly(_connection.Handle!, "main") == 1)
        {
            // Throws where it is so; where not, the file says of itself what we never wrote.
            PrivateFile.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
            throw new SqliteException("a file that may not be written", raw.SQLITE_CORRUPT);
        }

        Keeps = true;
        Prepare();
        if (unclean && Check() != "ok")
            SqliteException.ThrowExceptionForRC(raw.SQLITE_CORRUPT, _connection.Handle!);
    }

    private void OpenInMemory()
    {
        Keeps = false;
        Connect(":memory:");
        Prepare();
    }

    private void Connect(string source)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = source, Pooling = false, DefaultTimeout = 1 };
        try
        {
            _connection = new SqliteConnection(settings.ConnectionString);
        }
        catch (TypeInitializationException e)
        {
            throw new BuddyException("SQLite's library is missing beside the program, or cannot be loaded: install Bit Buddy again.", inner: e);
        }

        _connection.Open();
        raw.sqlite3_limit(_connection.Handle!, raw.SQLITE_LIMIT_LENGTH, LongestValue);
        if (Version.Parse(_connection.ServerVersion) < OldestSqlite)
            throw new BuddyException($"SQLite {_connection.ServerVersion} is too old for the index; {OldestSqlite} or newer is needed: install Bit Buddy again.");
    }

    private void Prepare()
    {
        var version = Sql("PRAGMA user_version").With().Number() ?? 0;
        if (version < 0 || Sql("PRAGMA auto_vacuum").With().Number() != 0 || (version > IndexSchema.Migrations.Length && IsAsMade()))
            throw new SqliteException("a version that never was", raw.SQLITE_CORRUPT);
        if (version > IndexSchema.Migrations.Length)
            throw new BuddyException("The index was made by a newer version of Bit Buddy and is left as it is: update Bit Buddy, or set BITBUDDY_HOME to another folder.");
        // Taken by a new file alone. Packed rows are many kilobytes: few large pages are read faster than many small ones.
        Execute("PRAGMA page_size=16384");
        Execute("""
            PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=0; PRAGMA cache_size=-16000; PRAGMA wal_autocheckpoint=1000;
            PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON;
            """);
        if (version < IndexSchema.Migrations.Length)
            Migrate();
    }

    private void Migrate()
    {
        Execute("BEGIN IMMEDIATE");
        for (var next = (int)(Sql("PRAGMA user_version").With().Number() ?? 0); next < IndexSchema.Migrations.Length; next++)
            Execute($"{IndexSchema.Migrations[next]} PRAGMA user_version={next + 1};");
        Execute("COMMIT");
    }

    private string Definitions()
    {
        var all = new StringBuilder();
        var rows = Sql("SELECT type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, '') FROM sqlite_master ORDER BY name").With();
        while (rows.Step())
            all.AppendLine(rows.Text(0));
        return all.ToString();
    }

    private string Check()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        return command.ExecuteScalar() as string ?? "";
    }

    private void Close()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _statements.Clear();
        _connection?.Dispose();
        _presence?.Dispose();
        _presence = null;
    }

    private static void PutAside(string path)
    {
        File.Move(path, path + ".broken", overwrite: true);
        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
    }
}
