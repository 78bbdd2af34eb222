namespace BitBuddy.Files;

/// <summary>
/// While a scan finds more new files than were known: who has which id, held in memory in place of the index of ids. A random number costs a
/// page of that index for each file that is added; made at the end from all of them, it costs next to nothing. Where the process dies before,
/// the next scan makes it.
/// </summary>
internal sealed class NewIds
{
    private const int Least = 10_000;
    private const string Index = "CREATE UNIQUE INDEX IF NOT EXISTS files_by_uid ON files(uid)";

    private readonly long _version;

    // Where an id stands, or the first free place after where it would; 0 is no id. At most half of it is taken.
    private long[] _ids = new long[1 << 14];
    private int[] _rows = new int[1 << 14];
    private int _count;

    private NewIds(IndexDatabase database)
    {
        _version = database.OthersVersion();
        var rows = database.Sql("SELECT uid, row FROM files").With();
        while (rows.Step())
            this[rows.Int(0)] = rows.Int(1);
        database.Execute("DROP INDEX IF EXISTS files_by_uid");
    }

    /// <summary>Begins where it is worth its price; else null, and the index of ids is there. In a transaction.</summary>
    /// <param name="added">How many files the scan has added so far.</param>
    public static NewIds? Begin(IndexDatabase database, long added)
    {
        var most = database.Sql("SELECT max(row) FROM files").With().Number() ?? 0;
        if (most == 0 || (added >= Least && added > most / 2))
            return new(database);
        End(database);
        return null;
    }

    /// <summary>Makes the index of ids, where it is missing. In a transaction.</summary>
    public static void End(IndexDatabase database) => database.Sql(Index).With().Run();

    /// <summary>False once another process has written: what is held here may be true no more.</summary>
    public bool AreTrue(IndexDatabase database) => database.OthersVersion() == _version;

    /// <summary>The folders made meanwhile that nobody has read yet: nothing is known in them.</summary>
    public HashSet<long> Unread { get; } = [];

    /// <summary>The row that was given an id last.</summary>
    public long? this[long uid]
    {
        get => PlaceOf(uid) is var place && _ids[place] == uid ? _rows[place] : null;
        set
        {
            var place = PlaceOf(uid);
            if (_ids[place] == 0 && 2 * ++_count > _ids.Length)
            {
                Grow();
                place = PlaceOf(uid);
            }

            (_ids[place], _rows[place]) = (uid, (int)value!.Value);
        }
    }

    // Ids are random already.
    private int PlaceOf(long uid)
    {
        var place = (int)uid & (_ids.Length - 1);
        while (_ids[place] != 0 && _ids[place] != uid)
            place = (place + 1) & (_ids.Length - 1);
        return place;
    }

    private void Grow()
    {
        var (ids, rows) = (_ids, _rows);
        (_ids, _rows) = (new long[2 * ids.Length], new int[2 * ids.Length]);
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] == 0)
                continue;
            var place = PlaceOf(ids[i]);
            (_ids[place], _rows[place]) = (ids[i], rows[i]);
        }
    }
}
