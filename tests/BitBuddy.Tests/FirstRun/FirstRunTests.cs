using BitBuddy.Brains;

namespace BitBuddy.Tests.FirstRun;

/// <summary>The first run as any host sees it: typed parts, answered questions, no screen.</summary>
public sealed class FirstRunTests : IAsyncDisposable
{
    private readonly TempHome _home = new();
    private readonly BuddyHost _host;

    public FirstRunTests() => _host = NewHost();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _home.Dispose();
    }

    [Fact]
    public async Task Run_NoBrainChosen_MeetsTheBuddySpeaksAndIsNeededNoMore()
    {
        var run = new BitBuddy.FirstRun(_host);
        Assert.True(run.IsNeeded);

        var parts = await RunAsync(run, ("buddy", "nova"), ("brain", "none"));

        Assert.Equal("nova", parts.OfType<FirstRunPart.Met>().Single().Buddy.Character);
        Assert.Equal(["buddy", "brain"], parts.OfType<FirstRunPart.Asked>().Select(asked => asked.Question.Step));
        Assert.IsType<FirstRunPart.Done>(parts[^1]);
        Assert.False(run.IsNeeded);
        Assert.Equal(("none", null), (_host.Config.Load().Brain, _host.Config.Load().FirstRun));
    }

    [Fact]
    public async Task Run_LeftAfterTheBuddy_AnotherHostGoesOnWithTheBrain()
    {
        await foreach (var part in new BitBuddy.FirstRun(_host).RunAsync(yes: false, CancellationToken.None))
        {
            if (part is FirstRunPart.Asked({ Step: "buddy" } question))
                question.TryAnswer("citrus");
            else if (part is FirstRunPart.Asked)
                break;
        }

        await using var later = NewHost();
        var parts = await RunAsync(new BitBuddy.FirstRun(later), ("brain", "none"));

        Assert.Equal("brain", Assert.Single(parts.OfType<FirstRunPart.Asked>()).Question.Step);
    }

    [Fact]
    public async Task Run_FileThatIsNoBrain_IsToldAndAskedAgain()
    {
        _host.Meet("Test", "slate", 1);
        var file = _home.Write("no brain.gguf", "nonsense"u8.ToArray());

        var parts = await RunAsync(new BitBuddy.FirstRun(_host), ("brain", "file"), ("file", file), ("brain", "none"));

        Assert.Contains("is not a GGUF file", Assert.Single(parts.OfType<FirstRunPart.Told>()).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_HomeWithBuddyAndBrainOfBefore_IsNotNeeded()
    {
        _host.Meet("Test", "slate", 1);
        Assert.True(new BitBuddy.FirstRun(_host).IsNeeded);

        await _host.Choice.UseAsync("none", progress: null, CancellationToken.None);

        Assert.False(new BitBuddy.FirstRun(_host).IsNeeded);
    }

    private BuddyHost NewHost() => new(_home.Home, (_, _, _) => throw new BuddyException("There is no engine in this test."), TimeProvider.System);

    private static async Task<List<FirstRunPart>> RunAsync(BitBuddy.FirstRun run, params (string Step, string Answer)[] answers)
    {
        var (parts, left) = (new List<FirstRunPart>(), new Queue<(string Step, string Answer)>(answers));
        await foreach (var part in run.RunAsync(yes: false, CancellationToken.None))
        {
            parts.Add(part);
            if (part is FirstRunPart.Asked(var question))
            {
                var (step, answer) = left.Dequeue();
                Assert.Equal(step, question.Step);
                Assert.Null(question.TryAnswer(answer));
            }

            if (part is FirstRunPart.FirstWords(_, var reply))
                Assert.NotEmpty(await reply.ToListAsync());
        }

        Assert.Empty(left);
        return parts;
    }
}
