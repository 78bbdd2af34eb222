using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Files.Contents;
using BitBuddy.Personalities;
using BitBuddy.Tests.Brains;
using Microsoft.Data.Sqlite;

namespace BitBuddy.Tests;

/// <summary>What was read of files, and what was made of it, goes where the user wants it gone: not a word is left in the home.</summary>
public sealed class ContentsErasureTests : IAsyncDisposable
{
    private const string Secret = "The zanzibar plan is to sail at dawn with everybody on board.";

    private readonly TempHome _temp = new();
    private readonly BuddyHost _host;

    public ContentsErasureTests()
    {
        foreach (var path in (string[])["files/Private/plan.txt", "files/Private/plan copy.txt"])
            Old(_temp.Write(path, System.Text.Encoding.UTF8.GetBytes(Secret)));
        Old(_temp.Write("files/other.txt", "Harmless words stand here for everybody to read."u8.ToArray()));
        _host = new BuddyHost(_temp.Home, (_, _, _) => Task.FromResult(new LoadedBrain(new ScriptedChatClient("The zanzibar plan is to sail. "), null)), TimeProvider.System);
    }

    private string Files => Path.Combine(_temp.Root, "files");
    private string MemoryFile => Path.Combine(_temp.Home.Buddies, Characters.Default.Name, "memory.db");

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _temp.Dispose();
    }

    [Fact]
    public async Task NeverMention_AFolder_ItsTextsAndHashesAreGone()
    {
        await LearnAsync();

        await AskAsync("never mention the folder Private");

        Assert.Equal("", Left());
        Assert.Contains("harmless", RawText.OfDatabase(ContentsFile), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, (await AskAsync("files that mention zanzibar")).Facts.Count);
    }

    [Fact]
    public async Task ContentsOff_AFolder_ItsTextsHashesAndRepliesAreGone()
    {
        await LearnAsync();

        await _host.SetContentsAsync(Path.Combine(Files, "Private"), on: false);

        Assert.Equal("", Left());
        Assert.Equal(2, (await AskAsync("find plan")).Facts.Count);
        var summed = await AskAsync("what is in plan.txt?");
        Assert.Empty(summed.Facts.Sentences);
        Assert.Contains("turned contents off", summed.Facts.Wordless, StringComparison.Ordinal);
        Assert.Equal("", Left());
    }

    [Fact]
    public async Task ContentsOn_Again_ReadsThem()
    {
        await LearnAsync();
        await _host.SetContentsAsync(Path.Combine(Files, "Private"), on: false);

        await _host.SetContentsAsync(Path.Combine(Files, "Private"), on: true);
        await _host.Files.Contents.ReadAsync(null, CancellationToken.None);

        Assert.Equal(2, (await AskAsync("files that mention zanzibar")).Facts.Count);
    }

    private string ContentsFile => Path.Combine(_temp.Home.Root, "contents.db");

    private async Task LearnAsync()
    {
        await AskAsync("hello");
        await _host.Files.Contents.ReadAsync(null, CancellationToken.None);
        Assert.Equal(1, (await AskAsync("find duplicates")).Facts.Insight!.GroupCount);
        Assert.Equal(VoiceKind.Brain, (await AskAsync("what is in plan.txt?", brain: true)).Voice);
        Assert.Equal("contents.db memory.db hashes", Left());
    }

    // The files of the home that still know something of the secret ones.
    private string Left() => string.Join(' ',
    [
        .. ((string[])[ContentsFile, MemoryFile]).Where(file => RawText.OfDatabase(file).Contains("zanzibar", StringComparison.OrdinalIgnoreCase)).Select(file => Path.GetFileName(file)),
        .. HashesKept() > 0 ? (string[])["hashes"] : [],
    ]);

    private long HashesKept()
    {
        using var connection = new SqliteConnection($"Data Source={_temp.Home.HashesFile};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM hash";
        return (long)command.ExecuteScalar()!;
    }

    private async Task<Reply> AskAsync(string question, bool brain = false)
    {
        _host.Folders.Add(Files);
        var folders = await _host.PrepareAsync([], null, CancellationToken.None);
        await _host.Choice.SettleAsync(brain ? _temp.Write("brain.gguf", TinyGguf.Whole().Bytes()) : "none", null, CancellationToken.None);
        Reply? reply = null;
        await foreach (var part in _host.Buddy(null).AskAsync(new Question(question) { Folders = folders }))
            reply = (part as ReplyPart.Done)?.Reply ?? reply;
        return reply!;
    }

    // Hashes of files that were changed a moment ago are not kept.
    private static void Old(string path) => File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-3));
}
