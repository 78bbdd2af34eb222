using BitBuddy.Conversation;

namespace BitBuddy.Tests.Conversation.Grounding;

/// <summary>What is said of a text: its numbers, dates and names may be said as they stand in it, and no others.</summary>
public sealed class TextClaimsTests
{
    private static readonly Facts Text = GuardRun.One with
    {
        Intent = IntentKind.Summary,
        Sentences =
        [
            new("Alice Munro keeps the lighthouse on Skerry Island since 12 March 1994.", 1, null),
            new("She climbs 214 steps every evening and burns 3.5 litres of oil for 47 euros.", 2, null),
            new("In June the Trinity Council paid half of it; nobody calls her “the Captain” any more.", 3, null),
        ],
    };

    [Theory]
    [InlineData("It is about a lighthouse on Skerry Island.")]
    [InlineData("The keeper is Alice Munro.")]
    [InlineData("She climbs 214 steps.")]
    [InlineData("She burns 3.5 litres of oil, for 47 euros.")]
    [InlineData("She has been there since 12 March 1994.")]
    [InlineData("In June the Trinity Council paid half of it.")]
    [InlineData("They called her \"the Captain\".")]
    [InlineData("The keeper of report.pdf climbs every evening.")]
    [InlineData("It tells of 214 steps and 47 euros.")]
    public void Reply_OfWhatStandsInTheText_PassesUntouched(string reply)
    {
        var run = GuardRun.Run(Text, reply);

        Assert.Equal(reply, run.Shown);
        Assert.Empty(run.Refused);
    }

    [Theory]
    [InlineData("The keeper is Bob Miller.", "Bob")]
    [InlineData("She lives on Fair Isle.", "Fair")]
    [InlineData("The keeper, old Alistair, is ill.", "Alistair")]
    [InlineData("She climbs 215 steps.", "215")]
    [InlineData("She climbs 21 steps.", "21")]
    [InlineData("She climbs two hundred steps.", "two hundred")]
    [InlineData("She burns 3.6 litres of oil.", "3.6")]
    [InlineData("She earns 214 euros.", "214")]
    [InlineData("It costs 47 pounds.", "47")]
    [InlineData("She has been there since 13 March 1994.", "13 March 1994")]
    [InlineData("She has been there since 1995.", "1995")]
    [InlineData("In July the council paid.", "July")]
    [InlineData("They called her \"the Admiral\".", "\"the Admiral\"")]
    [InlineData("It is the sequel of lighthouse.docx.", "lighthouse.docx")]
    public void Reply_OfWhatDoesNot_IsRefusedThere(string reply, string refused)
    {
        var run = GuardRun.Run(Text, reply);

        Assert.Contains(refused, Assert.Single(run.Refused), StringComparison.Ordinal);
        Assert.DoesNotContain(refused, run.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dickens keeps the lighthouse.")]
    [InlineData("London is where the lighthouse stands.")]
    [InlineData("Bob climbs the steps.")]
    public void Reply_ThatBeginsWithAStrangeName_IsRefused(string reply) => Assert.Equal("", GuardRun.Run(Text, reply).Shown);

    [Theory]
    [InlineData("Here is what it says: she climbs 214 steps.")]
    [InlineData("Lighthouse life is hard.")]
    [InlineData("Ooh, a story of an island!")]
    [InlineData("Basically, it tells of an island.")]
    [InlineData("Overall it describes a keeper.")]
    public void Reply_ThatBeginsWithAnyOtherWord_Passes(string reply) => Assert.Equal(reply, GuardRun.Run(Text, reply).Shown);

    [Fact]
    public void Reply_OfFilesWithoutAText_IsCheckedAgainstThemAlone() =>
        Assert.NotEmpty(GuardRun.Run(GuardRun.One, "It tells of 214 steps.").Refused);

    [Fact]
    public void Reply_SplitAnywhere_IsJudgedTheSame()
    {
        const string Reply = "Alice Munro climbs 214 steps. She burns 3.6 litres. It stands on Skerry Island.";
        var whole = GuardRun.Run(Text, Reply);

        for (var size = 1; size < 12; size++)
        {
            var run = GuardRun.Run(Text, Reply.Chunk(size).Select(piece => new string(piece)));
            Assert.Equal((whole.Shown, string.Join('|', whole.Refused)), (run.Shown, string.Join('|', run.Refused)));
        }
    }
}
