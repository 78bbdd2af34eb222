using BitBuddy.Conversation;
using BitBuddy.EngineTests;
using BitBuddy.Personalities;

namespace BitBuddy.Tests.Conversation.Grounding;

/// <summary>A hostile brain on true facts: half of its replies are true. None of its inventions reaches the screen, and nearly all of its truths do.</summary>
public sealed class InventionTests(FactShelf shelf) : IClassFixture<FactShelf>
{
    private const int Whole = 100_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ask_HostileBrain_ShowsNoInventionAndNearlyAllThatIsTrue(bool canGoBack)
    {
        var random = new SeededRandom(canGoBack ? 11 : 12);
        var (leaks, dropped) = (new List<string>(), new List<string>());
        var (said, refused, invented, rewinds) = (0, 0, 0, 0);
        for (var turn = 0; turn < Proof.Size(10_000); turn++)
        {
            var (question, _, facts) = random.Pick(shelf.Answers);
            var script = new HostileScript(facts, random);
            var lies = turn % 2 == 0 ? 0 : random.Between(1, 2);
            List<List<HostileLine>> lines = [];
            for (var sentence = random.Between(Math.Max(1, lies), 3); sentence > 0; sentence--)
            {
                if (lines.Count >= lies)
                    lines.Add([script.True()]);
                else
                    // The same lie in other words, and perhaps a truth it would fall back to.
                    lines.Add([.. Enumerable.Range(0, random.Between(1, 3)).Select(_ => script.Invented()), .. random.Between(0, 1) == 0 ? [script.True()] : Array.Empty<HostileLine>()]);
            }

            lines = [.. lines.OrderBy(_ => random.Between(0, 1000))];
            var (shown, reply) = await shelf.AskAsync(question, Script(lines), random.Pick([1, 3, 8, Whole]), canGoBack);
            rewinds += shelf.Brain.Rewinds;
            refused += reply.Brain?.Refused ?? 0;
            // The rules' words are true, and no brain's.
            var brains = reply.Voice == VoiceKind.Rules && shown.EndsWith(reply.Text, StringComparison.Ordinal) ? shown[..^reply.Text.Length] : shown;
            foreach (var line in lines.SelectMany(wordings => wordings).Where(line => line.Invented is not null))
            {
                invented++;
                if (HostileScript.Has(brains, line.Invented!))
                    leaks.Add($"{line.Invented} <- {line.Text} in: {brains}  ({facts.Count}, {question})");
            }

            foreach (var line in lines.Select(wordings => wordings[0]).Where(line => line.Invented is null))
            {
                said++;
                if (!shown.Contains(line.Text, StringComparison.Ordinal))
                    dropped.Add($"{line.Text} in: {brains} ({facts.Count}, {question}) of {string.Join(' ', lines.Select(wordings => wordings[0].Text))}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{said} true, {said - dropped.Count} shown; {invented} invented, {leaks.Count} shown; {refused} refused, {rewinds} taken back");
        Assert.True(leaks.Count == 0, $"{leaks.Count} leaked:\n{string.Join('\n', leaks.Take(30))}");
        Assert.True(dropped.Count <= said * 0.05, $"{dropped.Count} of {said} dropped:\n{string.Join('\n', dropped.Take(30))}");
        Assert.Equal(canGoBack, rewinds > 0);
    }

    private static List<List<string>> Script(List<List<HostileLine>> lines) =>
        [.. lines.Select((wordings, i) => wordings.Select(line => (i == 0 ? "" : " ") + line.Text).ToList())];
}
