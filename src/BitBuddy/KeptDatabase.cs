using BitBuddy.Platform;
using Microsoft.Data.Sqlite;

namespace BitBuddy;

/// <summary>
/// A database that nothing else can bring back and whose owner can do without: <c>memory.db</c>, <c>usage.db</c>. Where it cannot be used
/// every call answers with nothing.
/// </summary>
internal abstract class KeptDatabase : IDisposable
{
    private const int Error = 1, Corrupt = 11, NotADatabase = 26;

    private static readonly string[] Sides = ["", "-wal", "-shm"];

    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly string[] _migrations;
    private SqliteConnection? _connection;
    private bool _isOpened;

    /// <summary>Opened, and made with its folder, on first use.</summary>
    /// <param name="migrations">Each runs once, in one transaction; never edit one that has been shipped.</param>
    protected KeptDatabase(string path, string[] migrations) => (_path, _migrations) = (path, migrations);

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

    /// <summary>Removes the copy that was set aside; false where it is still there.</summary>
    public bool DropBroken()
    {
        try
        {
            foreach (var side in Sides)
                File.Delete($"{_path}.broken{side}");
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        lock (_lock)
            Close();
    }

    // Once: what was forgotten meanwhile, as with a buddy, is not made anew.
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
            // Read-only, busy or full: it is a comfort, not a need.
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
            if (Version(connection) > _migrations.Length)
            {
                Note = $"{Name} was written by a newer Bit Buddy. It is left alone, and nothing is remembered until you update.";
                connection.Dispose();
                return null;
            }

            if (Version(connection) < _migrations.Length)
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

    private void Migrate(SqliteConnection connection)
    {
        Execute(connection, "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE;");
        // Another process may have been first.
        for (var version = Version(connection); version < _migrations.Length; version++)
            Execute(connection, $"{_migrations[version]} PRAGMA user_version = {version + 1};");
        Execute(connection, "COMMIT");
    }

    private static bool IsBroken(SqliteException e) => e.SqliteErrorCode is Corrupt or NotADatabase or Error;

    private bool SetAside()
    {
        try
        {
            foreach (var side in Sides)
            {
                if (File.Exists(_path + side))
                    File.Move(_path + side, $"{_path}.broken{side}", overwrite: true);
            }

            Note = $"{Name} could not be read. It was set aside as {Name}.broken, and a new one was begun.";
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Note = $"{Name} could not be read and could not be set aside. Nothing is remembered until it is moved away.";
            return false;
        }
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private string Name => Path.GetFileName(_path);

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
