using System.Globalization;
using System.Text;

namespace BitBuddy.Files.Contents;

/// <summary>The rows of <c>contents.db</c>.</summary>
internal sealed class ContentsTable(ContentsDatabase database, TimeProvider clock)
{
    /// <summary>Writes files down as they were read, but for those that are no known files any more or whose folder was turned off meanwhile.</summary>
    /// <param name="off">Asked in the transaction: whoever turns a folder off says so first and erases afterwards.</param>
    public void Save(List<ReadFile> files, ContentsSource source, Func<byte[][]> off)
    {
        // Packing takes time: nobody waits for it.
        var ready = files.ConvertAll(file => (File: file, Words: WordsOf(file.Contents), Packed: file.Contents.Parts.Count == 0 ? null : PackedText.Pack(file.Contents.Parts)));
        database.Write(() =>
        {
            var closed = off();
            foreach (var (file, words, packed) in ready.Where(one => source.Knows(one.File.Row) && !FileContents.LiesIn(one.File.Path, closed)))
            {
                Remove(file.Row.Uid);
                Insert(file);
                if (packed is not null)
                    database.Sql("INSERT INTO bodies(uid, parts) VALUES(?1, ?2)").With(file.Row.Uid, packed).Run();
                if (words.Length > 0)
                    database.Sql("INSERT INTO texts(rowid, text) VALUES(?1, ?2)").With(file.Row.Uid, words).Run();
            }
        });
    }

    /// <summary>What is kept of a file as it is now; null where that is nothing.</summary>
    public DocContents? Find(FileEntry file)
    {
        var row = database.Sql("SELECT state, reason, format, mtime_ns FROM docs WHERE uid = ?1 AND bytes = ?2").With(file.Id, file.Bytes);
        if (!row.Step())
            return null;
        var contents = new DocContents { State = (ContentState)row.Int(0), Reason = (ContentReason)row.Int(1), Format = (ContentFormat)row.Int(2) };
        var isNow = DateTimeOffset.UnixEpoch.AddTicks(row.Int(3) / 100) == file.Modified;
        row.Reset();
        if (!isNow)
            return null;
        contents.Parts.AddRange(Parts(database, file.Id));
        return contents;
    }

    /// <summary>The text that is kept of a file; none where there is none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static List<TextPart> Parts(ContentsDatabase database, long uid)
    {
        var body = database.Sql("SELECT parts FROM bodies WHERE uid = ?1").With(uid);
        var packed = body.Step() ? body.Blob(0).ToArray() : null;
        body.Reset();
        return packed is null ? [] : PackedText.Unpack(packed);
    }

    /// <summary>Removes what belongs to no known file, or lies in one of these folders; pages and log are wiped.</summary>
    public void Purge(ContentsSource source, byte[][] off)
    {
        database.Write(() =>
        {
            var all = new List<long>();
            var rows = database.Sql(off.Length == 0 ? "SELECT uid FROM docs WHERE uid NOT IN (SELECT uid FROM idx.files)" : "SELECT uid FROM docs").With();
            while (rows.Step())
                all.Add(rows.Int(0));
            foreach (var uid in all.Where(uid => source.PathOf(uid) is not { } path || FileContents.LiesIn(path, off)))
                Remove(uid);
            // What was removed from the word index stands in it until its pieces are merged.
            database.Sql("INSERT INTO texts(texts) VALUES('optimize')").With().Run();
        });
        database.Sql("PRAGMA main.wal_checkpoint(TRUNCATE)").With().Run();
    }

    private void Remove(long uid)
    {
        database.Sql("DELETE FROM docs WHERE uid = ?1").With(uid).Run();
        database.Sql("DELETE FROM bodies WHERE uid = ?1").With(uid).Run();
        database.Sql("DELETE FROM texts WHERE rowid = ?1").With(uid).Run();
    }

    private void Insert(ReadFile file)
    {
        var contents = file.Contents;
        database.Sql("""
            INSERT INTO docs(uid, mtime_ns, bytes, state, reason, format, taken_ms, title, author, album, camera, latitude, longitude, width, height)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, CAST(?12 AS REAL), CAST(?13 AS REAL), CAST(?14 AS INTEGER), CAST(?15 AS INTEGER))
            """).With(
            file.Row.Uid, file.ModifiedNs, file.Bytes, (long)contents.State, (long)contents.Reason, (long)contents.Format, Taken(contents),
            Of(ContentFact.Title), Of(ContentFact.Author), Of(ContentFact.Album), Of(ContentFact.Camera),
            Of(ContentFact.Latitude), Of(ContentFact.Longitude), Of(ContentFact.Width), Of(ContentFact.Height)).Run();

        Statement.Value Of(ContentFact fact) => contents.Facts.TryGetValue(fact, out var value) ? value : (long?)null;
    }

    // A camera without a zone tells the local time of where it was, which we take for ours.
    private long? Taken(DocContents contents)
    {
        if (!contents.Facts.TryGetValue(ContentFact.Taken, out var text))
            return null;
        if (text.Length > 19 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
            return exact.ToUnixTimeMilliseconds();
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        var offset = clock.LocalTimeZone.GetUtcOffset(local);
        // The first days of the calendar have no such moment.
        return local.Ticks < offset.Ticks ? null : new DateTimeOffset(local, offset).ToUnixTimeMilliseconds();
    }

    private static string WordsOf(DocContents contents)
    {
        var text = new StringBuilder();
        foreach (var fact in (ContentFact[])[ContentFact.Title, ContentFact.Author, ContentFact.Album, ContentFact.Camera])
        {
            if (contents.Facts.TryGetValue(fact, out var value))
                text.Append(value).Append('\n');
        }

        foreach (var part in contents.Parts)
            text.Append(part.Text).Append('\n');
        return ContentWords.Fold(text.ToString());
    }
}
