using System.Globalization;
using System.Text;
using BitBuddy.Conversation;
using BitBuddy.Personalities;
using BrainSchool.Lessons;

namespace BrainSchool.Reporting;

/// <summary>How good a brain is, told by what it says to questions and names that it never learned from.</summary>
/// <param name="size">Replies to be heard; the rest follows from it.</param>
internal sealed class Report(Hearing hearing, int size)
{
    private const int Shown = 200;
    private static readonly string[] Starters = ["glitch", "citrus", "slate", "nova"];
    private readonly Questions _questions = new("held-out.txt");
    private readonly Grammar _grammar = new();
    private readonly StringBuilder _text = new();

    /// <summary>Markdown.</summary>
    /// <param name="head">What is to stand before the figures.</param>
    public string Write(string head)
    {
        _text.AppendLine(head);
        var random = new Random(2026);
        var heard = Enumerable.Range(0, size).Select(number => hearing.Hear(Scene.Draw(Scene.Known[number % Scene.Known.Count], _questions, random), random)).ToList();
        Faults(heard, random);
        Distinct(random);
        Guesses(random);
        Traits(random);
        _text.AppendLine($"\n## {Math.Min(Shown, size)} replies drawn at random, as they are\n");
        foreach (var one in heard.OrderBy(_ => random.Next()).Take(Shown))
            _text.AppendLine($"- {one.Scene.Situation}, {one.Prompt.Text.Split('\n')[0]}: {one.Scene.Question}\n  > {(one.Fault is null ? one.Words : $"{one.Phrase} **(refused: {one.Fault})**")}");
        return _text.ToString();
    }

    private void Faults(List<Heard> heard, Random random)
    {
        var failed = heard.Where(one => one.Fault is not null).ToList();
        var fallen = failed.Count(one => hearing.Hear(one.Scene, random).Fault is not null);
        _text.AppendLine($"\n## {size} replies, questions and names never learned from\n");
        _text.AppendLine($"Refused at the first draw: {failed.Count} ({Share(failed.Count, size)}); at the second, so that the rules speak: {fallen} ({Share(fallen, size)}).");
        foreach (var kind in failed.CountBy(one => $"{one.Scene.Situation}: {one.Fault}").OrderByDescending(kind => kind.Value).Take(20))
            _text.AppendLine($"- {kind.Value} x {kind.Key}");
    }

    private void Distinct(Random random)
    {
        _text.AppendLine("\n## 200 replies to one prompt\n");
        foreach (var situation in (Situation[])[Situation.Counted, Situation.FoundMany, Situation.Nothing, Situation.Greeting, Situation.Thanks, Situation.Unknown, Situation.Joke])
        {
            var scene = Scene.Draw(situation, _questions, random);
            var prompt = scene.Prompt(new FixedClock(), random);
            var one = Enumerable.Range(0, 200).Select(_ => hearing.Hear(scene, prompt, scores => Pick.Drawn(scores, prompt.Temperature, SlotPrompt.TopP, random)).Phrase).Distinct().Count();
            var many = Enumerable.Range(0, 200).Select(_ => hearing.Hear(scene, random).Phrase).Distinct().Count();
            _text.AppendLine($"- {situation}, {prompt.Text.Split('\n')[0]}: {one} distinct with the same beats, {many} with beats drawn anew");
        }
    }

    private void Guesses(Random random)
    {
        var said = Enumerable.Range(0, size / 2).Select(number => (Character: Starters[number % 4], Situation: random.Pick(Scene.Known)))
            .Select(one => (one.Character, Reply: hearing.Hear(Scene.Draw(one.Situation, _questions, random, one.Character), random).Phrase)).ToList();
        var guess = new CharacterGuess(said.Take(said.Count * 2 / 3));
        var judged = said.Skip(said.Count * 2 / 3).ToList();
        _text.AppendLine($"\n## Characters\n\nA word classifier names the speaker of {Share(judged.Count(one => guess.Of(one.Reply) == one.Character), judged.Count)} of {judged.Count} replies (chance: 25 %).");
    }

    private void Traits(Random random)
    {
        _text.AppendLine("\n## Traits: share of replies that show it, at level 0 and at level 10\n");
        Trait("curiosity", "ends with a question", (who, level) => who with { Curiosity = level }, reply => reply.EndsWith('?'));
        Trait("humor", "has a quip or a saying of its own", (who, level) => who with { Humor = level, Curiosity = 0, Proactiveness = 0 }, Has("Quip", "{phrase}"));
        Trait("empathy", "comforts, where nothing was found", (who, level) => who with { Empathy = level, Curiosity = 0, Humor = 0 }, Has("Comfort"), Situation.Nothing);
        Trait("proactiveness", "offers a next step", (who, level) => who with { Proactiveness = level, Curiosity = 0, Humor = 0 }, Has("Suggest"), Situation.Counted, Situation.FoundMany, Situation.BestOne);
        var sections = ((string[])["Nothing", "Counted", "FoundOne", "PlacedOne", "BestOne", "Greeting", "Thanks", "Unknown"]).ToList();
        Trait("formality", "has a formal phrase", (who, level) => who with { Formality = level }, Has([.. sections.Select(section => section + " formal"), "formal"]), Situation.Counted, Situation.FoundOne, Situation.BestOne);
        Trait("formality", "has a casual phrase", (who, level) => who with { Formality = level }, Has([.. sections.Select(section => section + " casual"), "casual"]), Situation.Counted, Situation.FoundOne, Situation.BestOne);

        void Trait(string name, string shows, Func<Personality, int, Personality> set, Func<string, bool> isShown, params Situation[] situations)
        {
            if (situations.Length == 0)
                situations = [Situation.Counted, Situation.FoundOne, Situation.FoundMany, Situation.BestOne, Situation.Greeting];
            var rates = ((int[])[0, 10]).Select(level => Enumerable.Range(0, size / 10).Count(number =>
            {
                var scene = Scene.Draw(situations[number % situations.Length], _questions, random, Starters[number / situations.Length % 4]);
                return isShown(hearing.Hear(scene with { Who = set(scene.Who, level), Mood = Mood.Of([]) }, random).Phrase);
            })).ToList();
            _text.AppendLine($"- {name}: {shows}: {Share(rates[0], size / 10)}, then {Share(rates[1], size / 10)}");
        }
    }

    // Whether a reply has a sentence of these sections.
    private Func<string, bool> Has(params string[] sections)
    {
        var random = new Random(3);
        var sentences = sections.SelectMany(section => section[0] == '{' ? [section] : _grammar.Common(section).Concat(Starters.SelectMany(name => _grammar.Own(name, section))))
            .SelectMany(phrase => Enumerable.Range(0, 200).Select(_ => Phrase.Settle(phrase, random.Next))).ToHashSet();
        return reply => sentences.Any(sentence => reply.Contains(sentence, StringComparison.Ordinal));
    }

    private static string Share(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * some / all:0.0} %");
}
