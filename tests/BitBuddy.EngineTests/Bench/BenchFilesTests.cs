using BitBuddy.App.Bench;
using BitBuddy.Conversation;
using BitBuddy.EngineTests.App;

namespace BitBuddy.EngineTests.Bench;

public sealed class BenchFilesTests : IDisposable
{
    private readonly AppHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void Question_AnyTwo_Differ() =>
        Assert.Equal(4096, Enumerable.Range(0, 4096).Select(BenchFiles.Question).Distinct().Count());

    [Fact]
    public async Task Question_OfOneWord_IsUnderstoodAndFindsFiles()
    {
        BenchFiles.Write(_home.Files);
        await using var host = new BuddyHost(new BuddyHome(_home.Home), null, TimeProvider.System);
        var folders = await host.PrepareAsync([_home.Files], null, Talk.Now);
        var buddy = host.Buddy(null);

        for (var number = 0; number < 256; number++)
        {
            var text = BenchFiles.Question(number);
            var reply = (await buddy.AskAsync(new Question(text) { Folders = folders, Fresh = true }, Talk.Now).ToListAsync(Talk.Now)).OfType<ReplyPart.Done>().Single().Reply;
            var wanted = (IntentKind[])[IntentKind.Count, IntentKind.Largest, IntentKind.Find, IntentKind.Newest];

            Assert.InRange(text.Split(' ').Length, 4, 8);
            Assert.True(reply.Intent.Kind == wanted[number % 4] && reply.Facts.Count is > 0 and < 400, $"{text}: {reply.Intent.Kind}, {reply.Facts.Count}");
        }
    }
}
