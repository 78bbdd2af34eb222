using System.Text;
using BitBuddy.Files;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;

namespace BitBuddy.Tests.Files;

public class FolderTreeTests
{
    private static readonly string[] Names = ["", "a", "b", "ab", "aa", "ba", "a b", "bab", "é"];

    [Fact]
    public void NamedAndHolding_AnyNames_AreThoseOfEachNameByItself() => Prop.ForAll(
        Gen.Elements(Names).ListOf().ToArbitrary(),
        Gen.Elements(Names[1..]).ToArbitrary(),
        (names, asked) =>
        {
            using var database = IndexDatabase.Open(null);
            var folders = names.Select((name, i) => (Id: (2 * i) + 1, Name: name, IsRead: i % 3 > 0)).ToList();
            foreach (var (id, name, isRead) in folders)
                Add(database, id, 0, name, isRead);
            var tree = new FolderTree(database);
            var text = Encoding.UTF8.GetBytes(asked);
            Assert.Equal(folders.Where(folder => folder.IsRead && folder.Name == asked).Select(folder => folder.Id), Ids(tree.Named(text)));
            Assert.Equal(folders.Where(folder => folder.IsRead && folder.Name.Contains(asked, StringComparison.Ordinal)).Select(folder => folder.Id), Ids(tree.Holding(text)));

            IEnumerable<int> Ids(FolderSet set) => Enumerable.Range(0, (2 * names.Count) + 2).Where(set.Has);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Below_ParentsBehindTheirChildrenAndACircle_HoldsWhatLiesBelow()
    {
        using var database = IndexDatabase.Open(null);
        foreach (var (id, parent) in (ReadOnlySpan<(int, int)>)[(1, 0), (2, 9), (3, 2), (5, 6), (6, 5), (8, 1), (9, 1)])
            Add(database, id, parent, "x", isRead: true);
        var tree = new FolderTree(database);
        Assert.Equal([2, 3, 9], Enumerable.Range(0, 12).Where(tree.Below(tree.Of([9])).Has));
        Assert.Equal([1, 2, 3, 8, 9], Enumerable.Range(0, 12).Where(tree.Below(tree.Of([1])).Has));
    }

    [Fact]
    public void FolderTree_NumbersThatWereNeverGiven_AreLeftOut()
    {
        using var database = IndexDatabase.Open(null);
        foreach (var (id, parent) in (ReadOnlySpan<(long, long)>)[(1, 0), (2, 1), (3, -5), (4, 1L << 40), (1L << 40, 1)])
            Add(database, id, parent, "x", isRead: true);
        Assert.Equal([1, 2], Enumerable.Range(0, 12).Where(new FolderTree(database).All.Has));
    }

    [Fact]
    public void FolderTree_RowsOutOfTheirOrder_IsDamage()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            using (var made = IndexDatabase.Open(path))
            {
                for (var id = 1; id <= 300; id++)
                    Add(made, id, 0, "x", isRead: true);
                made.Checkpoint();
            }

            // The rowid of the cell of folder 40, whose name is its number: one bit more makes it larger than all that follow in its page.
            var bytes = File.ReadAllBytes(path);
            var cell = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[40, 9, 0, 8, 16]);
            Assert.True(cell > 0);
            bytes[cell] |= 0x40;
            File.WriteAllBytes(path, bytes);

            using var database = IndexDatabase.Open(path);
            var damage = Assert.Throws<SqliteException>(() => new FolderTree(database));
            Assert.True(IndexDatabase.IsDamage(damage));
        }
        finally
        {
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
                File.Delete(file);
        }
    }

    private static void Add(IndexDatabase database, long id, long parent, string name, bool isRead) =>
        database.Sql("INSERT INTO folders(id, parent, name, fold, checked_at) VALUES(?1, ?2, ?3, ?4, ?5)")
            .With(id, parent, Encoding.UTF8.GetBytes($"{id}"), name, isRead ? 1L : (long?)null).Run();
}
