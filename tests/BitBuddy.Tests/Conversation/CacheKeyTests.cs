using BitBuddy.Conversation;
using BitBuddy.Files;
using BitBuddy.Personalities;

namespace BitBuddy.Tests.Conversation;

public sealed class CacheKeyTests
{
    private static readonly FileQuery Query = new() { Words = ["tax"], Kinds = [FileKind.Document] };
    private static readonly Facts Found = Sample.Facts(IntentKind.Find, 1, 5, Sample.File("a.pdf"));

    [Fact]
    public void Of_SameSituation_IsTheSameWhateverTheWording()
    {
        var key = Key();
        Assert.Matches("^[0-9a-f]{32}$", key.Hash);
        Assert.Equal(key, Key(question: "where is the tax paper?"));
        Assert.Equal(key, Key(facts: Found with { AsOf = Sample.Now.AddMinutes(-5) }));
    }

    [Fact]
    public void Of_AnyDifference_IsAnotherKey()
    {
        var file = Found.Files[0];
        CacheKey[] keys =
        [
            Key(), Key(query: Query with { Words = ["ta", "x"] }), Key(query: Query with { Words = [], Places = ["tax"] }), Key(query: Query with { Take = 1 }),
            Key(query: Query with { Extensions = ["pdf"] }), Key(query: Query with { From = Sample.Now }), Key(query: Query with { Until = Sample.Now }),
            Key(facts: Found with { Count = 2 }), Key(facts: Found with { Bytes = 6 }), Key(facts: Found with { Near = Found.Files }), Key(facts: Found with { Files = [] }),
            Key(facts: Found with { Files = [], Near = Found.Files }), Key(facts: Found with { Corrected = "a -> b" }), Key(facts: Found with { Folders = ["/x"] }),
            Key(facts: Found with { Files = [file with { Id = 2 }] }), Key(facts: Found with { Files = [file with { Bytes = 2 }] }),
            Key(facts: Found with { Files = [file with { Path = "/home/sam/b.pdf" }] }), Key(facts: Found with { Files = [file with { Modified = Sample.Now }] }),
            Key(facts: Found with { Files = [file with { PathBytes = [1] }] }), Key(facts: Found with { AsOf = Sample.Now.AddMinutes(-20) }),
            Key(facts: Found with { Health = Sample.Health() }), Key(facts: Found with { Health = Sample.Health() with { Files = 1 } }),
            Key(mood: Sample.Full), Key(personality: "p2"), Key(memory: 1), Key(brain: "b2"), Key(daysLater: 1), Key(layout: PromptBudget.Layout + 1), Key(kind: IntentKind.List),
        ];
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Theory]
    [InlineData(IntentKind.Smalltalk, false)]
    [InlineData(IntentKind.Help, false)]
    [InlineData(IntentKind.Unknown, false)]
    [InlineData(IntentKind.Summary, false)]
    [InlineData(IntentKind.Find, true)]
    public void Of_AnotherQuestion_MattersWhereTheQuestionIsAllThereIs(IntentKind kind, bool same) =>
        Assert.Equal(same, Key(kind: kind, question: "hello you") == Key(kind: kind, question: "good day"));

    [Theory]
    [InlineData("  Hello,   YOU!", "hello you")]
    [InlineData("What's up?", "whats up")]
    [InlineData("ÉTÉ 2024", "été 2024")]
    [InlineData(" :) ", ":)")]
    public void Normal_CaseSpacesAndMarks_AreAside(string question, string expected) => Assert.Equal(expected, CacheKey.Normal(question));

    private static CacheKey Key(
        IntentKind kind = IntentKind.Find, FileQuery? query = null, Facts? facts = null, string personality = "p", Mood? mood = null,
        long memory = 0, string brain = "b", string question = "my tax", int daysLater = 0, int layout = PromptBudget.Layout)
    {
        var clock = Sample.Clock();
        facts ??= Found;
        if (daysLater > 0)
        {
            clock.Advance(TimeSpan.FromDays(daysLater));
            facts = facts with { AsOf = clock.GetUtcNow() };
        }

        return CacheKey.Of(Sample.Asked(kind, query ?? Query), facts, personality, mood ?? Sample.Fine, memory, brain, question, clock, layout);
    }
}
