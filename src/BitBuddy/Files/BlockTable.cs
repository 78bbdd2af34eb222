using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BitBuddy.Files;

/// <summary>The packed copy of <c>files</c> that searches read: a block is made anew from its rows whenever one of them changed.</summary>
internal sealed class BlockTable(IndexDatabase database)
{
    // More than this were never given.
    private const long LastRow = 1 << 27;

    // Bytes; 255 of UTF-16 in UTF-8 are less.
    private const int LongestName = 1024;

    private readonly SortedSet<long> _touched = [];

    private byte[] _factData = [];
    private byte[] _nameData = [];

    // The facts of one block; the rows of a folder lie together.
    private long _looked = -1;
    private FileFacts[] _facts = [];

    /// <summary>Notes that a row changed.</summary>
    public void Touch(long row) => _touched.Add(FileBlock.Of(row));

    /// <summary>Makes the blocks of changed rows; before each commit.</summary>
    public void Flush()
    {
        foreach (var block in _touched)
            Make(block);
        Drop();
    }

    /// <summary>Drops what a failed transaction wanted.</summary>
    public void Drop()
    {
        _touched.Clear();
        _looked = -1;
    }

    /// <summary>How many blocks there may be.</summary>
    public long Count() => database.Sql("SELECT max(row) FROM files").With().Number() switch
    {
        null => 0,
        < 0 or > LastRow => throw Damage(),
        { } last => FileBlock.Of(last) + 1,
    };

    /// <summary>A block's facts by slot, valid until the next call; empty where it has no rows.</summary>
    public ReadOnlySpan<FileFacts> Facts(long block) => FileBlock.Facts(FactData(block));

    /// <summary>A block's names, each with a zero behind it, valid until the next call; empty where it has no rows.</summary>
    public ReadOnlySpan<byte> Names(long block) => FileBlock.Names(NameData(block));

    /// <summary>False where the copy differs from the row, so that one of them is damaged.</summary>
    public bool Agrees(long folder, KnownFile file)
    {
        if (FileBlock.Of(file.Row) != _looked)
        {
            _looked = FileBlock.Of(file.Row);
            _facts = Facts(_looked).ToArray();
        }

        var slot = FileBlock.Slot(file.Row);
        return slot < _facts.Length && _facts[slot] == new FileFacts(file.ModifiedNs, file.Bytes, file.Uid, (int)folder, (byte)file.Kind);
    }

    /// <summary>Touches every block that is not as it was made; false where files may lie in other folders than these.</summary>
    public bool TouchDamaged(FolderSet folders)
    {
        var areThere = true;
        for (long block = 0, count = Count(); block < count; block++)
        {
            var facts = FactData(block);
            var isSealed = FileBlock.IsSealed(block, facts);
            foreach (var file in FileBlock.Facts(facts))
                areThere &= file.Folder == 0 || folders.Has(file.Folder);
            areThere &= isSealed;
            if (!isSealed || !FileBlock.IsSealed(block, NameData(block)))
                _touched.Add(block);
        }

        return areThere;
    }

    private ReadOnlySpan<byte> FactData(long block) => Read("SELECT data FROM facts WHERE block = ?1", block, ref _factData);

    private ReadOnlySpan<byte> NameData(long block) => Read("SELECT data FROM names WHERE block = ?1", block, ref _nameData);

    private ReadOnlySpan<byte> Read(string sql, long block, ref byte[] into)
    {
        var row = database.Sql(sql).With(block);
        if (!row.Step())
            return [];
        var data = row.Blob(0);
        if (into.Length < data.Length)
            into = new byte[Math.Max(data.Length, 2 * into.Length)];
        data.CopyTo(into);
        var length = data.Length;
        row.Reset();
        return into.AsSpan(0, length);
    }

    private void Make(long block)
    {
        var first = block * FileBlock.Slots;
        var facts = new List<FileFacts>(FileBlock.Slots);
        var names = new MemoryStream();
        Span<char> folded = stackalloc char[LongestName];
        Span<byte> text = stackalloc byte[3 * LongestName];
        var rows = database.Sql("SELECT row, folder, name, bytes, mtime_ns, kind, uid FROM files WHERE row BETWEEN ?1 AND ?2 ORDER BY row")
            .With(first, first + FileBlock.Slots - 1);
        while (rows.Step())
        {
            var slot = FileBlock.Slot(rows.Int(0));
            var name = rows.Blob(2);
            if (rows.Int(1) is <= 0 or > int.MaxValue || rows.Int(5) is < 0 or > byte.MaxValue || name.Length > folded.Length)
                throw Damage();
            names.Write(new byte[slot - facts.Count]);
            CollectionsMarshal.SetCount(facts, slot);
            facts.Add(new(rows.Int(4), rows.Int(3), rows.Int(6), (int)rows.Int(1), (byte)rows.Int(5)));
            names.Write(text[..Encoding.UTF8.GetBytes(folded[..NameFold.Fold(name, folded)], text)]);
            names.WriteByte(0);
        }

        if (facts.Count == 0)
        {
            database.Sql("DELETE FROM facts WHERE block = ?1").With(block).Run();
            database.Sql("DELETE FROM names WHERE block = ?1").With(block).Run();
            return;
        }

        database.Sql("INSERT OR REPLACE INTO facts(block, data) VALUES(?1, ?2)")
            .With(block, FileBlock.Seal(block, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(facts)))).Run();
        database.Sql("INSERT OR REPLACE INTO names(block, data) VALUES(?1, ?2)").With(block, FileBlock.Seal(block, names.ToArray())).Run();
    }

    private static SqliteException Damage() => new("a row that was never written", raw.SQLITE_CORRUPT);
}
