using BitBuddy.Conversation;
using Microsoft.Data.Sqlite;

namespace BitBuddy.Tests.Conversation;

public sealed class ReplyCacheTests : IDisposable
{
    private static readonly CacheKey Key = new(new string('a', 64));
    private readonly string _folder = Directory.CreateTempSubdirectory("mémory ").FullName;

    private string FilePath => Path.Combine(_folder, "memory.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Take_KeptReplies_InTurn()
    {
        using var memory = new MemoryDatabase(FilePath);
        var cache = new ReplyCache(memory);
        Assert.Null(cache.Take(Key));

        foreach (var reply in (string[])["one", "two", "three", "two"])
            cache.Keep(Key, reply);

        Assert.Equal(["one", "three", "two", "one"], Enumerable.Range(0, 4).Select(_ => cache.Take(Key)));
        Assert.Null(cache.Take(new CacheKey(new string('b', 64))));
    }

    [Fact]
    public void Take_HeardInThisTalk_OnlyWhenNoOtherMayBeFound()
    {
        using var memory = new MemoryDatabase(FilePath);
        var cache = new ReplyCache(memory);
        cache.Keep(Key, "one");
        Assert.Null(cache.Take(Key, new HashSet<string> { "one" }));
        Assert.Equal("one", cache.Take(Key, new HashSet<string> { "two" }));

        cache.Keep(Key, "two");
        cache.Keep(Key, "three");
        Assert.Equal("one", cache.Take(Key, new HashSet<string> { "one", "two", "three" }));
    }

    [Fact]
    public void Keep_AFourth_PushesOutTheLongestUnused()
    {
        using var memory = new MemoryDatabase(FilePath);
        var cache = new ReplyCache(memory);
        foreach (var reply in (string[])["one", "two", "three"])
            cache.Keep(Key, reply);
        cache.Take(Key);
        cache.Keep(Key, "four");

        Assert.Equal(["three", "one", "four", "three"], Enumerable.Range(0, 4).Select(_ => cache.Take(Key)));
    }

    [Fact]
    public void Keep_MoreThanItHolds_ForgetsTheLongestUnused()
    {
        using var memory = new MemoryDatabase(FilePath);
        var cache = new ReplyCache(memory);
        cache.Keep(Key, "kept");
        for (var i = 0; i < ReplyCache.Most; i++)
        {
            cache.Keep(new CacheKey($"{i:x64}"), "r");
            if (i == ReplyCache.Most / 2)
                cache.Take(Key);
        }

        Assert.Equal("kept", cache.Take(Key));
        Assert.Null(cache.Take(new CacheKey($"{0:x64}")));
        Assert.Equal((long)ReplyCache.Most, memory.Run(Count));
    }

    [Fact]
    public void Open_Again_RemembersAndHidesFromOthers()
    {
        using (var memory = new MemoryDatabase(FilePath))
            new ReplyCache(memory).Keep(Key, "Grüße 😀");
        using var again = new MemoryDatabase(FilePath);

        Assert.Equal("Grüße 😀", new ReplyCache(again).Take(Key));
        Assert.Null(again.Note);
        Assert.Equal(1L, again.Run(connection => Pragma(connection, "secure_delete")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void Open_TwoAtOnce_ShareOneMemory()
    {
        using var first = new MemoryDatabase(FilePath);
        using var second = new MemoryDatabase(FilePath);
        new ReplyCache(first).Keep(Key, "shared");
        Assert.Equal("shared", new ReplyCache(second).Take(Key));
    }

    [Theory]
    [InlineData("this was never a database, and it is long enough to be looked at as one by anybody who reads the first hundred bytes")]
    [InlineData("short")]
    public void Open_Broken_SetsItAsideAndBeginsAnew(string contents)
    {
        File.WriteAllText(FilePath, contents);
        using var memory = new MemoryDatabase(FilePath);
        var cache = new ReplyCache(memory);
        cache.Keep(Key, "fresh");

        Assert.Equal("fresh", cache.Take(Key));
        Assert.Contains("memory.db.broken", memory.Note, StringComparison.Ordinal);
        Assert.Equal(contents, File.ReadAllText(FilePath + ".broken"));
    }

    [Fact]
    public void Take_PagesOverwritten_AnswersNothingThenWorksAgain()
    {
        using (var memory = new MemoryDatabase(FilePath))
            new ReplyCache(memory).Keep(Key, "lost");
        using (var file = File.OpenWrite(FilePath))
        {
            file.Position = 4096;
            file.Write(Enumerable.Repeat((byte)0xEE, (int)file.Length - 4096).ToArray());
        }

        using var broken = new MemoryDatabase(FilePath);
        var cache = new ReplyCache(broken);
        Assert.Null(cache.Take(Key));
        cache.Keep(Key, "new");
        Assert.Equal("new", cache.Take(Key));
        Assert.NotNull(broken.Note);
    }

    [Fact]
    public void Open_OfANewerVersion_IsLeftAlone()
    {
        using (var memory = new MemoryDatabase(FilePath))
            new ReplyCache(memory).Keep(Key, "future");
        using (var raw = new SqliteConnection($"Data Source={FilePath};Pooling=False"))
        {
            raw.Open();
            Pragma(raw, "user_version = 99");
        }

        using var newer = new MemoryDatabase(FilePath);
        Assert.Null(new ReplyCache(newer).Take(Key));
        Assert.Contains("newer Bit Buddy", newer.Note, StringComparison.Ordinal);
        Assert.False(File.Exists(FilePath + ".broken"));
    }

    [Fact]
    public void Open_WhereNothingCanBeWritten_GoesWithout()
    {
        File.WriteAllText(Path.Combine(_folder, "in the way"), "");
        using var memory = new MemoryDatabase(Path.Combine(_folder, "in the way", "memory.db"));
        var cache = new ReplyCache(memory);
        cache.Keep(Key, "x");
        Assert.Null(cache.Take(Key));
        Assert.Null(memory.Note);
    }

    private static long Count(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM reply";
        return (long)command.ExecuteScalar()!;
    }

#pragma warning disable CA2100 // constants of this file
    private static long Pragma(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        return command.ExecuteScalar() as long? ?? 0;
    }
#pragma warning restore CA2100
}
