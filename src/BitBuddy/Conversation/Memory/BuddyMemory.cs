using BitBuddy.Files;
using Microsoft.Data.Sqlite;

namespace BitBuddy.Conversation;

/// <summary>What a buddy keeps in its <c>memory.db</c> beside replies. Where that cannot be used it remembers nothing.</summary>
internal sealed class BuddyMemory(MemoryDatabase database, TimeProvider clock)
{
    /// <summary>Beyond this many questions the oldest go.</summary>
    public const int MostAsked = 1000;

    private const int QuestionCharacters = 300;

    /// <summary>The replies given before, in the same file.</summary>
    public ReplyCache Replies { get; } = new(database);

    /// <summary>What is remembered; looking makes no file.</summary>
    public Remembered Read() => !database.IsThere ? Remembered.Nothing : database.Run(connection => new Remembered(ReadTold(connection), ReadGrowth(connection))) ?? Remembered.Nothing;

    /// <summary>Remembers a thing; of a name or of what lies somewhere, only the last word counts. False where it could not or there are too many.</summary>
    public bool Tell(ToldKind kind, string what, string text) => database.Run(connection =>
    {
        var key = kind is ToldKind.Name or ToldKind.Place ? NameFold.Fold(what) : NameFold.Fold(text);
        var count = (long)connection.Command("SELECT count(*) FROM told WHERE kind <> $moment AND NOT (kind = $kind AND key = $key)",
            ("$moment", (int)ToldKind.Moment), ("$kind", (int)kind), ("$key", key)).ExecuteScalar()!;
        if (count >= Told.Most && kind != ToldKind.Moment)
            return false;
        connection.Run("DELETE FROM told WHERE kind = $kind AND key = $key", ("$kind", (int)kind), ("$key", key));
        Insert(connection, new Told(0, kind, what, text, clock.GetUtcNow()), key);
        return true;
    });

    /// <summary>Forgets things; nothing of them is left in the file. How many there were; null where they could not be forgotten.</summary>
    public int? Forget(IReadOnlyList<long> ids) => database.Run<int?>(connection =>
        ids.Sum(id => connection.Run("DELETE FROM told WHERE id = $id", ("$id", id)))) is { } gone && database.Checkpoint() ? gone : null;

    /// <summary>Puts one thing right; false where there is none of that number.</summary>
    public bool Correct(long id, string text) => database.Run(connection =>
        connection.Run("UPDATE told SET text = $text WHERE id = $id", ("$id", id), ("$text", text)) > 0) && database.Checkpoint();

    /// <summary>Forgets everything told, asked and lived. False where that could not be done.</summary>
    public bool ForgetAll() => Delete("DELETE FROM told; DELETE FROM asked; DELETE FROM life;");

    /// <summary>Forgets what was asked, for a question may name what is to be forgotten. False where that could not be done.</summary>
    public bool ForgetAsked() => Delete("DELETE FROM asked");

    /// <summary>Notes a question that was answered.</summary>
    public void Note(IntentKind intent, string question, bool keepsWords) => database.Run(connection =>
    {
        var now = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(clock.GetLocalNow().Date).DayNumber;
        var isNewDay = connection.Command("SELECT last_day FROM life").ExecuteScalar() is not long last || last != day;
        connection.Run("INSERT OR IGNORE INTO life (one, met, last_day, days, questions) VALUES (1, $now, $day, 0, 0)", ("$now", now.ToUnixTimeMilliseconds()), ("$day", day));
        connection.Run("UPDATE life SET questions = questions + 1, days = days + $new, last_day = $day", ("$new", isNewDay ? 1 : 0), ("$day", day));
        if (ReadGrowth(connection).Moment(isNewDay) is { } moment)
            Insert(connection, new Told(0, ToldKind.Moment, "", moment, now), NameFold.Fold(moment));
        if (keepsWords)
        {
            Insert(connection, new AskedBefore(intent, NameText.Cut(question, QuestionCharacters), now));
            connection.Run("DELETE FROM asked WHERE id <= (SELECT max(id) FROM asked) - $most", ("$most", MostAsked));
        }

        return true;
    });

    /// <summary>What was asked, the last first.</summary>
    public IReadOnlyList<AskedBefore> Asked(int most) => !database.IsThere ? [] : database.Run(connection =>
    {
        using var command = connection.Command("SELECT intent, question, at FROM asked ORDER BY id DESC LIMIT $most", ("$most", most));
        using var rows = command.ExecuteReader();
        var asked = new List<AskedBefore>();
        while (rows.Read())
            asked.Add(new(Enum.TryParse<IntentKind>(rows.GetString(0), out var intent) ? intent : IntentKind.Unknown, rows.GetString(1), Moment(rows.GetInt64(2))));
        return asked;
    }) ?? [];

    /// <summary>Fills a new memory; false where it cannot be written.</summary>
    public bool Fill(Remembered memory, IEnumerable<AskedBefore> askedOldestFirst) => database.Run(connection =>
    {
        foreach (var told in memory.Told)
            Insert(connection, told, NameFold.Fold(told.Kind is ToldKind.Name or ToldKind.Place ? told.What : told.Text));
        foreach (var asked in askedOldestFirst)
            Insert(connection, asked);
        if (memory.Growth.Met is { } met)
            connection.Run("INSERT INTO life (one, met, last_day, days, questions) VALUES (1, $met, 0, $days, $questions)",
                ("$met", met.ToUnixTimeMilliseconds()), ("$days", memory.Growth.Days), ("$questions", memory.Growth.Questions));
        return true;
    }) && database.Checkpoint();

    private bool Delete(string sql) => database.Run(connection =>
    {
        connection.Run(sql);
        return true;
    }) && database.Checkpoint();

    private static void Insert(SqliteConnection connection, Told told, string key) => connection.Run(
        "INSERT OR REPLACE INTO told (kind, key, what, text, at) VALUES ($kind, $key, $what, $text, $at)",
        ("$kind", (int)told.Kind), ("$key", key), ("$what", told.What), ("$text", told.Text), ("$at", told.At.ToUnixTimeMilliseconds()));

    private static void Insert(SqliteConnection connection, AskedBefore asked) => connection.Run(
        "INSERT INTO asked (intent, question, at) VALUES ($intent, $question, $at)",
        ("$intent", asked.Intent.ToString()), ("$question", asked.Question), ("$at", asked.At.ToUnixTimeMilliseconds()));

    private static List<Told> ReadTold(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT id, kind, what, text, at FROM told ORDER BY id");
        using var rows = command.ExecuteReader();
        var told = new List<Told>();
        while (rows.Read())
            told.Add(new(rows.GetInt64(0), (ToldKind)rows.GetInt32(1), rows.GetString(2), rows.GetString(3), Moment(rows.GetInt64(4))));
        return told;
    }

    private static Growth ReadGrowth(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT met, days, questions FROM life");
        using var row = command.ExecuteReader();
        return row.Read() ? new Growth(Moment(row.GetInt64(0)), row.GetInt32(1), row.GetInt64(2)) : Growth.None;
    }

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, 0, 253_402_300_799_999));
}
