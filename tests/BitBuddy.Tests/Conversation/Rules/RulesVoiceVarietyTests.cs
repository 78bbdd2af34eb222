using BitBuddy.Conversation;
using BitBuddy.Personalities;

namespace BitBuddy.Tests.Conversation.Rules;

/// <summary>Composed, not canned: many ways to say the same, and no way twice within a talk.</summary>
public sealed class RulesVoiceVarietyTests
{
    private const int Talk = 20;
    private const int Phrasings = 12;

    private readonly RulesVoice _voice = new(Sample.Clock());

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var (question, _, _, _) in VoiceSamples.All())
        {
            foreach (var id in (string[])["glitch", "citrus", "slate", "nova", "none"])
                cases.Add(question, id);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Say_TheSameQuestionInATalk_NeverRepeatsAndHasTwelvePhrasings(string question, string id)
    {
        var who = Who(id);
        var (_, intent, facts, mood) = VoiceSamples.All().First(sample => sample.Question == question);

        var replies = Enumerable.Range(0, 2 * Talk).Select(turn => _voice.Say(intent, facts, who, mood, turn)).ToList();

        for (var turn = 0; turn < replies.Count; turn++)
            Assert.Equal(-1, replies.FindIndex(Math.Max(0, turn - Talk + 1), Math.Min(turn, Talk - 1), before => before == replies[turn]));
        var distinct = WordPairs.Distinct(replies.Take(24), who, mood);
        Assert.True(distinct >= Phrasings, $"{distinct} of\n{string.Join('\n', replies.Take(24))}");
    }

    [Theory]
    [InlineData("glitch")]
    [InlineData("citrus")]
    [InlineData("slate")]
    [InlineData("nova")]
    public void Say_EachCharacter_SaysAFifthLikeNoOther(string id)
    {
        var (own, all) = (0, 0);
        foreach (var (_, intent, facts, mood) in VoiceSamples.All())
        {
            var others = Characters.All.Where(other => other.Character != id).SelectMany(Pairs).ToList();
            own += Pairs(Who(id)).Count(pairs => others.TrueForAll(heard => WordPairs.Shared(heard, pairs) < 0.5));
            all += Talk;

            List<HashSet<string>> Pairs(Personality who) =>
                [.. Enumerable.Range(0, Talk).Select(turn => WordPairs.Of(_voice.Say(intent, facts, who, mood, turn), who, mood))];
        }

        Assert.True(5 * own >= all, $"{own} of {all}");
    }

    [Fact]
    public void Say_SingleQuestions_AreNotPhrasedAlike()
    {
        var replies = Enumerable.Range(0, 60).Select(i => _voice.Say(
            Sample.Asked(IntentKind.Count, new() { Words = [$"w{i}"] }), Sample.Facts(IntentKind.Count, 12, 5), Who("none"), Sample.Fine, turn: 0));

        Assert.InRange(WordPairs.Distinct(replies, Who("none"), Sample.Fine), Phrasings, 60);
    }

    private static Personality Who(string id) => id == "none" ? new Personality { Name = "Pixel" } : Characters.Get(id);
}
