using BitBuddy.App;
using BitBuddy.Conversation;
using BitBuddy.EngineTests.App;
using BitBuddy.EngineTests.Gguf;

namespace BitBuddy.EngineTests.Conversation;

/// <summary>What the brain cannot say, on the real engine in its process: 12 files, of which 7 are pdfs and b.txt is the biggest.</summary>
[Collection(EngineCollection.Name)]
public sealed class WorkerInventionTests(EngineFixture engine) : IAsyncLifetime
{
    private readonly AppHome _home = new();
    private BuddyHost _host = null!;
    private Buddy _buddy = null!;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 7; i++)
            _home.Write($"paper {i}.pdf", 1000);
        foreach (var letter in "abcde")
            _home.Write($"{letter}.txt", letter == 'b' ? 64_000 : 300);
        await _home.MeetAsync();
        var home = new BuddyHome(_home.Home);
        _host = new BuddyHost(home, WorkerLoader.Create(Repository.App, () => home), TimeProvider.System);
        _buddy = _host.Buddy(null);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _home.Dispose();
    }

    [Theory]
    [InlineData("how many pdfs?", "You have| 9 pdf files.", " 7 of them.", "You have 7 of them.", 1)]
    [InlineData("how many pdfs?", "Well, you have| nine of those.", " seven, I think.", "Well, you have seven, I think.", 1)]
    [InlineData("my biggest file", "The biggest one is| ghost.pdf now.", " b.txt here.", "The biggest one is b.txt here.", 1)]
    [InlineData("my biggest file", "b.txt takes| 2 GB.", " 64 KB here.", "b.txt takes 64 KB here.", 1)]
    [InlineData("how many pdfs?", "They are from| 12 March 1999.", " today.", "They are from today.", 1)]
    [InlineData("how many pdfs?", "You have 7 of them.", null, "You have 7 of them.", 0)]
    [InlineData("my biggest file", "Have a look at b.txt first, it takes 64 KB.", null, "Have a look at b.txt first, it takes 64 KB.", 0)]
    public async Task Ask_BrainOfTheRealEngine_SaysTheTruthBehindAClosedLie(string question, string says, string? otherwise, string shown, int refused)
    {
        var cut = says.IndexOf('|');
        var brain = new ScriptedBrain { Replies = [says.Replace("|", "")], Otherwise = otherwise is null ? [] : [(says[..cut], otherwise)] };

        var (screen, reply) = await AskAsync(question, brain);

        Assert.Equal(shown, screen.Trim());
        Assert.Equal((VoiceKind.Brain, refused), (reply.Voice, reply.Brain!.Refused));
    }

    [Fact]
    public async Task Ask_SeededRepliesHalfOfThemTrue_ShowsNoInventionAndAllTruths()
    {
        var random = new Random(5);
        string[] truths = ["You have 7 of them.", "There are seven in all.", "I like paper 3.pdf best.", "Together they take 7 KB, I see.", "No problem, one of them made me smile.", "All of your pdfs are safe here."];
        (string Says, string Invented)[] lies =
        [
            ("You have 8 of them.", "8"), ("There are eighteen in all.", "eighteen"), ("I like ghost.pdf best.", "ghost"), ("Together they take 9 MB, I see.", "9"), ("None of them is here.", "None"),
            ("I saw them yesterday, I think.", "yesterday"), ("Look into /home/sam/secret now.", "secret"), ("Your \"diary\" is old.", "diary"), ("I deleted them for you.", "deleted"), ("It is from March 1999, I am sure.", "1999"),
        ];
        for (var turn = 0; turn < Proof.Size(200); turn++)
        {
            var isTrue = turn % 2 == 0;
            var (truth, lie) = (truths[random.Next(truths.Length)], lies[random.Next(lies.Length)]);
            var (screen, reply) = await AskAsync("how many pdfs?", new ScriptedBrain { Replies = [isTrue ? truth : $"Oh! {lie.Says} "] });

            if (isTrue)
                Assert.Equal((truth, 0), (screen.Trim(), reply.Brain!.Refused));
            else
                Assert.True(reply.Brain!.Refused > 0);
            Assert.DoesNotContain(lie.Invented, isTrue ? "" : screen, StringComparison.OrdinalIgnoreCase);
            Clean.Check(screen);
        }
    }

    private async Task<(string Screen, Reply Reply)> AskAsync(string question, ScriptedBrain brain)
    {
        await _host.Choice.SettleAsync(engine.Brain(brain), null, Talk.Now);
        var folders = await _host.PrepareAsync([_home.Files], null, Talk.Now);
        var screen = "";
        await foreach (var part in _buddy.AskAsync(new Question(question) { Folders = folders, Fresh = true }, Talk.Now))
        {
            screen += part is ReplyPart.Words words ? words.Text : "";
            if (part is ReplyPart.Done { Reply: var reply })
                return (screen, reply);
        }

        throw new InvalidOperationException("The reply has no end.");
    }
}
