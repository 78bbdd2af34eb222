using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitBuddy.Files;

/// <summary>A prepared statement: parameters by position from 1, columns from 0. Reset by each <see cref="With"/>.</summary>
internal sealed class Statement(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    /// <summary>Binds all parameters: whole numbers, text, bytes or null.</summary>
    public Statement With(params ReadOnlySpan<Value> values)
    {
        raw.sqlite3_reset(statement);
        for (var i = 0; i < values.Length; i++)
            Check(values[i].Bind(statement, i + 1));
        return this;
    }

    /// <summary>The next row; false at the end.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW)
            return true;
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE)
            Check(result);
        return false;
    }

    /// <summary>Runs to the end; the number of rows changed.</summary>
    public int Run()
    {
        while (Step())
        {
        }

        return raw.sqlite3_changes(database);
    }

    /// <summary>The row that the last insertion made.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(database);

    /// <summary>The first column of the only row as a number; null without a row or value.</summary>
    public long? Number()
    {
        long? value = Step() && !IsNull(0) ? Int(0) : null;
        raw.sqlite3_reset(statement);
        return value;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Int(int column) => raw.sqlite3_column_int64(statement, column);

    public double Real(int column) => raw.sqlite3_column_double(statement, column);

    /// <summary>Valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement, column);

    /// <summary>A number that another value hardly has.</summary>
    public ulong Hash(int column)
    {
        var type = raw.sqlite3_column_type(statement, column);
        if (type == raw.SQLITE_INTEGER)
            return Mixed((ulong)Int(column) ^ (ulong)type);
        var hash = (ulong)type;
        foreach (var one in Blob(column))
            hash = (hash ^ one) * 0x100000001b3;
        return Mixed(hash);
    }

    public string Text(int column) => Encoding.UTF8.GetString(Blob(column));

    /// <summary>Ends a reading early, so that it holds no snapshot.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    public void Dispose() => statement.Dispose();

    private static ulong Mixed(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, database);
    }

    /// <summary>One parameter.</summary>
    internal readonly struct Value
    {
        private readonly byte _type;
        private readonly long _number;
        private readonly byte[] _bytes;

        private Value(byte type, long number, byte[] bytes)
        {
            _type = type;
            _number = number;
            _bytes = bytes;
        }

        public static implicit operator Value(long? number) => new(number is null ? (byte)0 : (byte)1, number ?? 0, []);

        public static implicit operator Value(long number) => new(1, number, []);

        public static implicit operator Value(string text) => new(2, 0, Encoding.UTF8.GetBytes(text));

        public static implicit operator Value(byte[] bytes) => new(3, 0, bytes);

        public int Bind(sqlite3_stmt statement, int place) => _type switch
        {
            0 => raw.sqlite3_bind_null(statement, place),
            1 => raw.sqlite3_bind_int64(statement, place, _number),
            2 => raw.sqlite3_bind_text(statement, place, _bytes),
            _ => _bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(statement, place, 0) : raw.sqlite3_bind_blob(statement, place, _bytes),
        };
    }
}
