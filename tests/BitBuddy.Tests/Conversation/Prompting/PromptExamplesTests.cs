using BitBuddy.Conversation;
using BitBuddy.Personalities;
using BitBuddy.Tests.Conversation.Grounding;

namespace BitBuddy.Tests.Conversation.Prompting;

public sealed class PromptExamplesTests
{
    [Fact]
    public void Of_Characters_HasExamplesOfTheirOwnThatClaimNothing()
    {
        var all = Characters.All.SelectMany(PromptExamples.Of).ToList();

        Assert.Equal(all.Count, all.Select(example => example.Said).Distinct().Count());
        Assert.All(all, example =>
        {
            foreach (var facts in (Facts[])[GuardRun.Twelve, GuardRun.None, GuardRun.Talk])
                Assert.Equal(example.Said, GuardRun.Run(facts, example.Said).Shown);
        });
    }

    [Theory]
    [InlineData("nova", 3, 10, "nova")]
    [InlineData("nova", 9, 10, "slate")]
    [InlineData("slate", 8, 4, "slate")]
    [InlineData(null, 9, 5, "slate")]
    [InlineData(null, 1, 5, "glitch")]
    [InlineData(null, 5, 9, "nova")]
    [InlineData(null, 5, 5, "citrus")]
    public void Of_Personality_SpeaksAsItIsNow(string? character, int formality, int humor, string like)
    {
        var who = new Personality { Name = "Pixel", Character = character, Formality = formality, Humor = humor };
        Assert.Equal(PromptExamples.Of(Characters.Get(like)), PromptExamples.Of(who));
    }
}
