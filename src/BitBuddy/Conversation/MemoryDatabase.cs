using BitBuddy.Platform;
using Microsoft.Data.Sqlite;

namespace BitBuddy.Conversation;

/// <summary>A buddy's <c>memory.db</c>. Where it cannot be used the buddy goes on without: every call then answers with nothing.</summary>
internal sealed class MemoryDatabase : IDisposable
{
    private const int Error = 1, Corrupt = 11, NotADatabase = 26;

    // Each runs once, in one transaction; never edit one that has been shipped.
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE reply (id INTEGER PRIMARY KEY, key TEXT NOT NULL, text TEXT NOT NULL, used INTEGER NOT NULL);
        CREATE INDEX reply_by_key ON reply (key, used);
        CREATE INDEX reply_by_use ON reply (used);
        """,
        """
        CREATE TABLE told (id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, key TEXT NOT NULL, what TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (kind, key));
        CREATE TABLE asked (id INTEGER PRIMARY KEY, intent TEXT NOT NULL, question TEXT NOT NULL, at INTEGER NOT NULL);
        CREATE TABLE life (one INTEGER PRIMARY KEY CHECK (one = 1), met INTEGER NOT NULL, last_day INTEGER NOT NULL, days INTEGER NOT NULL, questions INTEGER NOT NULL);
        """,
    ];

    private readonly Lock _lock = new();
    private readonly string _path;
    private SqliteConnection? _connection;
    private bool _isOpened;

    /// <summary>Opened, and made with its folder, on first use.</summary>
    public MemoryDatabase(string path) => _path = path;

    /// <summary>What went wrong and what was done about it, in a sentence; null when all is well or there is nothing to do about it.</summary>
    public string? Note { get; private set; }

    /// <summary>False while nothing was ever kept.</summary>
    public bool IsThere => _isOpened || File.Exists(_path);

    /// <summary>Runs <paramref name="work"/> in one transaction; default where there is no usable database.</summary>
    public T? Run<T>(Func<SqliteConnection, T> work)
    {
        lock (_lock)
        {
            Open();
            if (_connection is null)
                return default;
            try
            {
                Execute(_connection, "BEGIN IMMEDIATE");
                var result = work(_connection);
                Execute(_connection, "COMMIT");
                return result;
            }
            catch (SqliteException e)
            {
                // A failed statement may have ended the transaction or left it open: only a new connection is sure.
                Close();
                if (IsBroken(e))
                    SetAside();
                _connection = Connect();
                return default;
            }
        }
    }

    /// <summary>Puts what was changed into the file itself, so that the old pages are gone; false where that could not be done.</summary>
    public bool Checkpoint()
    {
        lock (_lock)
        {
            Open();
            if (_connection is null)
                return false;
            try
            {
                // Its first column is 1 where another process is in the way.
                using var command = _connection.CreateCommand();
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                return command.ExecuteScalar() is 0L;
            }
            catch (SqliteException)
            {
                return false;
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
            Close();
    }

    // Once: the memory of a buddy that was forgotten meanwhile is not made anew.
    private void Open()
    {
        if (_isOpened)
            return;
        _isOpened = true;
        try
        {
            PrivateFolder.Create(Path.GetDirectoryName(_path)!);
        }
        catch (BuddyException)
        {
            // Opening the database says the same in its own way.
        }

        _connection = Connect();
    }

    private SqliteConnection? Connect()
    {
        try
        {
            return Prepared();
        }
        catch (SqliteException e) when (IsBroken(e) && SetAside())
        {
            try
            {
                return Prepared();
            }
            catch (SqliteException)
            {
                return null;
            }
        }
        catch (SqliteException)
        {
            // Read-only, busy or full: a memory is a comfort, not a need.
            return null;
        }
    }

    private SqliteConnection? Prepared()
    {
        CreatePrivate();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA secure_delete = ON; PRAGMA synchronous = NORMAL;");
            if (Version(connection) > Migrations.Length)
            {
                Note = "memory.db was written by a newer Bit Buddy. It is left alone, and nothing is remembered until you update.";
                connection.Dispose();
                return null;
            }

            if (Version(connection) < Migrations.Length)
                Migrate(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void CreatePrivate()
    {
        if (File.Exists(_path))
            return;
        try
        {
            // SQLite gives its side files the permissions of this one.
            PrivateFile.Open(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Opening the database says the same in its own way.
        }
    }

    private static void Migrate(SqliteConnection connection)
    {
        Execute(connection, "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE;");
        // Another process may have been first.
        for (var version = Version(connection); version < Migrations.Length; version++)
            Execute(connection, $"{Migrations[version]} PRAGMA user_version = {version + 1};");
        Execute(connection, "COMMIT");
    }

    private static bool IsBroken(SqliteException e) => e.SqliteErrorCode is Corrupt or NotADatabase or Error;

    private bool SetAside()
    {
        try
        {
            foreach (var side in (string[])["", "-wal", "-shm"])
            {
                if (File.Exists(_path + side))
                    File.Move(_path + side, $"{_path}.broken{side}", overwrite: true);
            }

            Note = "memory.db could not be read. It was set aside as memory.db.broken, and a new one was begun.";
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Note = "memory.db could not be read and could not be set aside. Nothing is remembered until it is moved away.";
            return false;
        }
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private static long Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return (long)command.ExecuteScalar()!;
    }

    // The only texts that come here are constants of this file.
#pragma warning disable CA2100
    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
