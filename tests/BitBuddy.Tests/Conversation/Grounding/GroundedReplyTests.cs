using BitBuddy.Conversation;

namespace BitBuddy.Tests.Conversation.Grounding;

/// <summary>What the brain cannot say: a refused claim is taken back, and the way to it is closed. A token here is at most three characters, or a word.</summary>
public sealed class GroundedReplyTests
{
    private readonly RecitingBrain _brain = new();

    [Theory]
    [InlineData(3, "You have 13 files.", "You have 12 files.", 1)]
    // Digit by digit: the 1 was right.
    [InlineData(1, "You have 13 files.", "You have 12 files.", 1)]
    [InlineData(1, "You have 9 files.", "You have 12 files.", 1)]
    [InlineData(1, "See tax return 2014.pdf first.", "See tax return 2019.pdf first.", 1)]
    [InlineData(9, "See report.docx first.", "See report.pdf first.", 1)]
    [InlineData(4, "report.pdf is 12 KB.", "report.pdf is 346 KB.", 1)]
    [InlineData(4, "It changed today.", "It changed yesterday.", 1)]
    // What was shown already is not said twice.
    [InlineData(5, "I looked very long and very well, you have 13 files.", "I looked very long and very well, you have 12 files.", 1)]
    public async Task Hear_RefusedClaim_IsTakenBackAndTheTruthFollows(int grain, string lie, string truth, int refused)
    {
        var run = await SayAsync(grain, [lie, truth]);

        Assert.Equal(truth, run.Shown);
        Assert.Equal((refused, refused, 1, false), (run.Refused, _brain.Rewinds, run.Reply.Sentences, run.Reply.IsBroken));
    }

    [Fact]
    public async Task Hear_ClaimAtTheVeryEnd_IsTakenBackToo()
    {
        Assert.Equal("You have 12", (await SayAsync(4, ["You have 13", "You have 12"])).Shown);
        Assert.Equal(1, _brain.Rewinds);
    }

    [Fact]
    public async Task Hear_NothingButLies_EndsTheSentenceAfterAFewTriesAndGoesOn()
    {
        var run = await SayAsync(9, ["You have 13 files.", "You have 14 files.", "You have 15 files.", "You have 16 files.", "You have 17 files.", "You have 18 files."], [" Goodbye!"]);

        Assert.Equal("You have… Goodbye!", run.Shown);
        Assert.Equal((5, 4, 1, true), (run.Refused, _brain.Rewinds, run.Reply.Sentences, run.Reply.IsBroken));
    }

    [Fact]
    public async Task Hear_WordsThatChangeTheirMeaning_AreNeverCompletedToALie()
    {
        // "no" alone claims nothing; with what follows the way back it would.
        var run = await SayAsync(9, ["I know of no secret.docx here.", "I know of no files here.", "I know of no harm, you have 12 files."]);

        Assert.Equal("I know of no harm, you have 12 files.", run.Shown);
        Assert.Equal(2, run.Refused);
    }

    [Fact]
    public async Task Hear_WordsThatOnlyLie_AreBrokenOffWhereTheyStand()
    {
        var run = await SayAsync(9, ["I know of no secret.docx here.", "I know of no files here.", "I know of no pdfs here.", "I know of no documents.", "I know of no matches here.", "I know of no results here."], [" Goodbye!"]);

        Assert.Equal("I know of no… Goodbye!", run.Shown);
        Assert.True(run.Reply.IsBroken);
    }

    [Fact]
    public async Task Hear_WordThatGrowsBehindTheWayBack_IsReadWhole()
    {
        // Behind "report" the brain goes on with what makes another name of it.
        var run = await SayAsync(7, ["Your report secret.docx is new.", "Your report.docx is new.", "Your reports are new."]);

        Assert.Equal("Your reports are new.", run.Shown);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public async Task Hear_NoWayBack_CutsTheSentence(int grain)
    {
        var run = await SayAsync(canGoBack: false, grain, ["You have 13 files."], [" Goodbye!"]);

        Assert.Equal("Goodbye!", run.Shown);
        Assert.Equal((1, 0), (run.Refused, _brain.Rewinds));
    }

    [Fact]
    public async Task Hear_TrueWords_StreamAsTheyCome()
    {
        _brain.Learn([["Let me see what you keep."]], 9);
        var reply = new GroundedReply(GuardRun.Guard(GuardRun.Twelve, waits: false), _brain);
        var held = new List<int>();
        var (heard, shown) = (0, 0);
        await foreach (var update in _brain.GetStreamingResponseAsync([]))
        {
            heard += update.Text.Length;
            shown += reply.Hear(update, out _).OfType<GuardStep.Show>().Sum(step => step.Text.Length);
            held.Add(heard - shown);
        }

        // A word waits for the one or two behind it alone: it may still grow, or claim something with them.
        Assert.All(held, waiting => Assert.InRange(waiting, 0, " see what".Length));
    }

    [Fact]
    public async Task Hear_BrainThatRambles_IsHeldToThreeSentences()
    {
        _brain.Learn([["One of them is nice. "], ["So it is. "], ["Well. "], ["And on. "], ["You have 13 files."]], 5);
        var clock = Sample.Clock();
        var guard = new GroundingGuard(GuardRun.Twelve, new Sayings { Phrases = Sayings.Ordered([]) }, clock, waits: false, PromptBudget.Sentences);
        var reply = new GroundedReply(guard, _brain);
        var steps = await _brain.GetStreamingResponseAsync([]).SelectMany(update => reply.Hear(update, out _).ToAsyncEnumerable()).ToListAsync();
        steps.AddRange(reply.Finish());

        Assert.Equal("One of them is nice. So it is. Well.", string.Concat(steps.Cast<GuardStep.Show>().Select(step => step.Text)));
        Assert.Equal((3, 0), (reply.Sentences, _brain.Rewinds));
    }

    private Task<(string Shown, int Refused, GroundedReply Reply)> SayAsync(int grain, params string[][] script) => SayAsync(canGoBack: true, grain, script);

    private async Task<(string Shown, int Refused, GroundedReply Reply)> SayAsync(bool canGoBack, int grain, params string[][] script)
    {
        _brain.Learn(script, grain);
        var reply = new GroundedReply(GuardRun.Guard(GuardRun.Twelve, waits: !canGoBack), canGoBack ? _brain : null);
        var steps = new List<GuardStep>();
        await foreach (var update in _brain.GetStreamingResponseAsync([]))
            steps.AddRange(reply.Hear(update, out _));
        steps.AddRange(reply.Finish());
        return (string.Concat(steps.OfType<GuardStep.Show>().Select(step => step.Text)), steps.OfType<GuardStep.Refuse>().Count(), reply);
    }
}
