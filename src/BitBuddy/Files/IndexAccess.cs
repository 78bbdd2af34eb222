using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitBuddy.Files;

/// <summary>One call at a time on the index, changes whole or not at all, and damage that is met mended.</summary>
internal sealed class IndexAccess(IndexDatabase database, BlockTable blocks, FileTable files) : IDisposable
{
    /// <summary>Milliseconds a scan waits for another process that is writing.</summary>
    public const int LongWait = 5000;

    /// <summary>As <see cref="LongWait"/>, where an answer waits.</summary>
    public const int ShortWait = 50;

    private readonly Lock _lock = new();

    /// <exception cref="IndexRebuiltException">Damage was met: the index is new and empty.</exception>
    /// <exception cref="BuddyException">Another process holds it for long, or the disk is full.</exception>
    public T Use<T>(Func<T> work)
    {
        lock (_lock)
        {
            try
            {
                return work();
            }
            catch (Exception e) when (IndexDatabase.IsDamage(e))
            {
                files.New = null;
                database.Rebuild();
                throw new IndexRebuiltException(e);
            }
            catch (SqliteException e) when (Sentence(e) is { } sentence)
            {
                throw new BuddyException(sentence, inner: e);
            }
        }
    }

    /// <summary>As <see cref="Use"/>; where damage was met, asks the new index.</summary>
    public T UseOrAnew<T>(Func<T> work) => OrAnew(() => Use(work));

    public static T OrAnew<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (IndexRebuiltException)
        {
            return use();
        }
    }

    /// <summary>In one transaction: else each row is locked, looked for on the disk and let go again.</summary>
    public T Read<T>(Func<T> work) => Use(() =>
    {
        database.Sql("BEGIN").With().Run();
        try
        {
            return work();
        }
        finally
        {
            database.RollBack();
        }
    });

    /// <param name="work">What changes rows.</param>
    /// <param name="patience">Milliseconds to wait for another process that is writing.</param>
    public void Write(Action work, int patience = LongWait) => Use(() =>
    {
        database.WaitAtMost(patience);
        database.Sql("BEGIN IMMEDIATE").With().Run();
        try
        {
            work();
            blocks.Flush();
            database.Sql("COMMIT").With().Run();
            return true;
        }
        catch
        {
            files.New = null;
            blocks.Drop();
            database.RollBack();
            throw;
        }
    });

    /// <summary>What the user should know of an error that is no damage; else null.</summary>
    public static string? Sentence(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Another Bit Buddy is writing the index: try again in a moment.",
        raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY =>
            "The index could not be written, the disk is full or failing: make room there and try again.",
        _ => null,
    };

    public void Dispose()
    {
        lock (_lock)
            database.Dispose();
    }
}
