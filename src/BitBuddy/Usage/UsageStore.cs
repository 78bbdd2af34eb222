using System.Text;
using BitBuddy.Conversation;
using BitBuddy.Files;
using Microsoft.Data.Sqlite;

namespace BitBuddy.Usage;

/// <summary>
/// Learns what matters to the user: what was asked, found and opened, and the list last shown. Any thread may call. Where
/// <c>usage.db</c> cannot be used nothing is learnt and nothing is known.
/// </summary>
public sealed class UsageStore : IDisposable
{
    /// <summary>Beyond so many the ones longest unused go.</summary>
    public const int MostAsked = 1000, MostFiles = 2000, LongestList = 1000;

    // So few answers mean that they were sought, and not only came along.
    private const int Few = 3;
    private const int WordCharacters = 200;
    private const double OpenedWeight = 3, SoughtWeight = 1;
    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(14);

    private readonly UsageDatabase _database;
    private readonly TimeProvider _clock;

    internal UsageStore(UsageDatabase database, TimeProvider clock) => (_database, _clock) = (database, clock);

    internal string? Note => _database.Note;

    /// <summary>Notes an answer about files: what was asked, the files it found where they were few, and its list as numbered on the screen.</summary>
    /// <param name="keepsWords">False where the words are not to be kept.</param>
    public void NoteAnswer(Intent intent, Facts facts, bool keepsWords)
    {
        if (facts.Count is not { } count)
            return;
        _database.Run(connection =>
        {
            var now = Now;
            var words = keepsWords ? string.Join(' ', intent.Query.Words) : "";
            NoteAsked(connection, intent.Kind, words, now);
            if (words.Length > 0 && count <= Few)
            {
                foreach (var file in facts.Files)
                    Use(connection, "sought", file.Id, PathOf(file), now);
            }

            // An answer without files leaves the last list as it is.
            if (facts.Files.Count > 0)
                connection.Run("DELETE FROM last_list");
            foreach (var (at, file) in facts.Files.Take(LongestList).Index())
                connection.Run("INSERT INTO last_list VALUES ($number, $uid, $path)", ("$number", at + 1), ("$uid", file.Id), ("$path", PathOf(file)));
            return true;
        });
    }

    /// <summary>Notes that the user had a file opened or revealed.</summary>
    public void NoteOpened(long id, byte[] path) => _database.Run(connection =>
    {
        Use(connection, "opened", id, path, Now);
        return true;
    });

    /// <summary>The file of this number in the last list that was shown; null where there is none.</summary>
    public ListedFile? Listed(int number) => LastList().FirstOrDefault(file => file.Number == number);

    /// <summary>The last list that was shown.</summary>
    public IReadOnlyList<ListedFile> LastList() => !_database.IsThere ? [] : _database.Run(ReadList) ?? [];

    /// <summary>
    /// How much each file matters by its use, above 0: the more the more often and the later it was opened or sought. Files that
    /// were not used are not there. A use counts half after 14 days.
    /// </summary>
    public IReadOnlyDictionary<long, double> Weights()
    {
        var weights = new Dictionary<long, double>();
        foreach (var file in Show().Files)
            weights[file.Id] = Math.Log2(1 + (OpenedWeight * file.Opened) + (SoughtWeight * file.Sought)) * Math.Pow(0.5, Math.Max((_clock.GetUtcNow() - file.At) / HalfLife, 0));
        return weights;
    }

    /// <summary>All that is kept.</summary>
    public UsageReport Show() => !_database.IsThere
        ? UsageReport.Nothing
        : _database.Run(connection => new UsageReport(ReadAsked(connection), ReadFiles(connection), ReadList(connection))) ?? UsageReport.Nothing;

    /// <summary>Forgets everything; nothing of it is left in the file. False where that could not be done.</summary>
    public bool Clear() => Erase(connection => connection.Run("DELETE FROM asked; DELETE FROM sought; DELETE FROM opened; DELETE FROM last_list;"));

    /// <summary>
    /// Forgets all words that were asked, for they may name what is to be forgotten, and all files that
    /// <paramref name="isKept"/> does not know. False where that could not be done.
    /// </summary>
    public bool Forget(Func<long, bool> isKept) => Erase(connection =>
    {
        connection.Run("DELETE FROM asked");
        foreach (var table in (string[])["sought", "opened", "last_list"])
        {
            foreach (var gone in Ids(connection, table).Where(id => !isKept(id)))
                connection.Run($"DELETE FROM {table} WHERE uid = $uid", ("$uid", gone));
        }
    });

    public void Dispose() => _database.Dispose();

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private bool Erase(Action<SqliteConnection> work)
    {
        if (!_database.IsThere)
            return true;
        var done = _database.Run(connection =>
        {
            work(connection);
            return true;
        });
        return done && _database.Checkpoint() && _database.DropBroken();
    }

    private static void NoteAsked(SqliteConnection connection, IntentKind intent, string words, long now)
    {
        connection.Run("INSERT INTO asked VALUES ($intent, $words, 1, $now) ON CONFLICT DO UPDATE SET times = times + 1, at = $now",
            ("$intent", intent.ToString()), ("$words", NameText.Cut(words, WordCharacters)), ("$now", now));
        connection.Run("DELETE FROM asked WHERE (intent, words) IN (SELECT intent, words FROM asked ORDER BY at DESC LIMIT -1 OFFSET $most)", ("$most", MostAsked));
    }

    private static void Use(SqliteConnection connection, string table, long id, byte[] path, long now)
    {
        connection.Run($"INSERT INTO {table} VALUES ($uid, $path, 1, $now) ON CONFLICT DO UPDATE SET path = $path, times = times + 1, at = $now",
            ("$uid", id), ("$path", path), ("$now", now));
        connection.Run($"DELETE FROM {table} WHERE uid IN (SELECT uid FROM {table} ORDER BY at DESC LIMIT -1 OFFSET $most)", ("$most", MostFiles));
    }

    private static byte[] PathOf(FileEntry file) => file.PathBytes ?? Encoding.UTF8.GetBytes(file.Path);

    private static List<AskedWords> ReadAsked(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT intent, words, times, at FROM asked ORDER BY at DESC, words");
        using var rows = command.ExecuteReader();
        var asked = new List<AskedWords>();
        while (rows.Read())
            asked.Add(new(Enum.TryParse<IntentKind>(rows.GetString(0), out var intent) ? intent : IntentKind.Unknown, rows.GetString(1), rows.GetInt64(2), Moment(rows.GetInt64(3))));
        return asked;
    }

    private static List<UsedFile> ReadFiles(SqliteConnection connection)
    {
        using var command = connection.Command("""
            SELECT uid, path, sum(opened), sum(sought), max(at) AS latest FROM (
              SELECT uid, path, times AS opened, 0 AS sought, at FROM opened UNION ALL SELECT uid, path, 0, times, at FROM sought)
            GROUP BY uid ORDER BY latest DESC, uid
            """);
        using var rows = command.ExecuteReader();
        var files = new List<UsedFile>();
        while (rows.Read())
            files.Add(new(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1), rows.GetInt64(2), rows.GetInt64(3), Moment(rows.GetInt64(4))));
        return files;
    }

    private static List<ListedFile> ReadList(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT number, uid, path FROM last_list ORDER BY number");
        using var rows = command.ExecuteReader();
        var list = new List<ListedFile>();
        while (rows.Read())
            list.Add(new(rows.GetInt32(0), rows.GetInt64(1), rows.GetFieldValue<byte[]>(2)));
        return list;
    }

    private static List<long> Ids(SqliteConnection connection, string table)
    {
        using var command = connection.Command($"SELECT uid FROM {table}");
        using var rows = command.ExecuteReader();
        var ids = new List<long>();
        while (rows.Read())
            ids.Add(rows.GetInt64(0));
        return ids;
    }

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, 0, 253_402_300_799_999));
}
