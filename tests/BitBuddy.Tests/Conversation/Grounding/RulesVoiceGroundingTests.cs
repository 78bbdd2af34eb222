using BitBuddy.Conversation;
using BitBuddy.EngineTests;
using BitBuddy.Personalities;

namespace BitBuddy.Tests.Conversation.Grounding;

/// <summary>What the rules say is true, so the guard lets all of it through.</summary>
public sealed class RulesVoiceGroundingTests(FactShelf shelf) : IClassFixture<FactShelf>
{
    [Fact]
    public void Push_RepliesOfTheRules_DropsNoSentence()
    {
        var random = new SeededRandom(7);
        var rules = new RulesVoice(shelf.Clock);
        var dropped = new SortedDictionary<string, string>();
        for (var turn = 0; turn < Proof.Size(10_000); turn++)
        {
            var (_, intent, facts) = random.Pick(shelf.Answers);
            // An index that was not looked at for hours says so.
            facts = random.Between(0, 4) == 0 ? facts with { AsOf = facts.AsOf.AddHours(-20) } : facts;
            var personality = random.Between(0, 2) == 0 ? random.Pick(Characters.All) : RandomPersonality.Create(turn);
            var mood = facts.Health?.Mood ?? random.Pick([Sample.Fine, Sample.Full]);
            var reply = rules.Say(intent, facts, personality, mood, turn);

            var guard = shelf.Guard(intent, facts, personality, mood);
            var steps = new List<GuardStep>();
            guard.Push(reply, steps);
            guard.Finish(steps);
            if (string.Concat(steps.OfType<GuardStep.Show>().Select(step => step.Text)) != reply)
                dropped.TryAdd(string.Join(" | ", steps.OfType<GuardStep.Refuse>().Select(step => step.Claim)), $"{intent.Kind}: {reply}");
        }

        Assert.True(dropped.Count == 0, $"{dropped.Count} refused:\n{string.Join('\n', dropped.Take(40))}");
    }
}
