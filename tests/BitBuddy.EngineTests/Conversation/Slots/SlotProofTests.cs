using System.Globalization;
using System.Text;
using BitBuddy.Brains;
using BitBuddy.Personalities;

namespace BitBuddy.EngineTests.Conversation.Slots;

/// <summary>
/// The proof of a brain of slots: all topics, characters and moods with names nobody has seen and phrasings of no grammar. On the file
/// BITBUDDY_SLOT_BRAIN names, else on the small brain the app carries; its report is artifacts/slot-proof.txt.
/// </summary>
[Collection(EngineCollection.Name)]
public sealed class SlotProofTests
{
    private static readonly string[] Formal = ["I am", "do not", "cannot", "it is", "that is", "did not", "I have", "will not", "does not", "is not"];
    private static readonly string[] Comfort = ["sorry", "worry", "hope", "we will", "better", "give up", "happens", "sleep on", "find it", "shame", "chin up", "next", "luck"];
    private static readonly string[] Offer = ["ask me", "ask for", "say the word", "name a", "narrow", "i can", "want", "try", "add a", "tell me", "shall i", "give me", "would narrow", "i could", "say so", "i would love to", "i'd love to", "if you like"];

    private readonly StringBuilder _report = new();

    [Fact]
    public async Task Proof_OfTheBrain_HoldsItsFigures()
    {
        var path = Environment.GetEnvironmentVariable("BITBUDDY_SLOT_BRAIN") ?? Path.Combine(Repository.Root, "models", "buddy-brain-seed.gguf");
        Assert.SkipUnless(File.Exists(path), "NOT TESTED: there is no trained brain of slots yet.");
        using var speaker = new SlotSpeaker(path);
        var seed = int.TryParse(Environment.GetEnvironmentVariable("BITBUDDY_PROOF_SEED"), CultureInfo.InvariantCulture, out var other) ? other : 2026;
        var (count, random) = (Proof.Size(2_000), new Random(seed));
        Line($"{Path.GetFileName(path)}, {new FileInfo(path).Length:#,0} bytes; {count} replies, seed {seed}");

        var tally = await MeaningAsync(speaker, count, random);
        var distinct = await DistinctAsync(speaker, Proof.Size(200) * (Proof.IsFull ? 1 : 5));
        var told = await CharactersAsync(speaker, Proof.Size(1_600) * (Proof.IsFull ? 1 : 5));
        var traits = await TraitsAsync(speaker, Proof.Size(200) * (Proof.IsFull ? 1 : 4));
        await File.WriteAllTextAsync(Path.Combine(Repository.Root, "artifacts", "slot-proof.txt"), _report.ToString(), Talk.Now);
        TestContext.Current.AddAttachment("slot proof", _report.ToString());

        Assert.Equal((0, 0), (tally.Invented, tally.WrongAfter));
        Assert.True(tally.WrongBefore <= Math.Max(2, count * 0.005), $"{tally.WrongBefore} draws of {count} meant something else; see artifacts/slot-proof.txt");
        Assert.True(tally.Rules <= Math.Max(3, count * 0.02), $"The rules spoke {tally.Rules} times of {count}; see artifacts/slot-proof.txt");
        Assert.True(distinct >= 0.75, $"{distinct:0 %} of the replies to one prompt differ.");
        Assert.True(told >= (Proof.IsFull ? 0.75 : 0.6), $"{told:0 %} of the speakers are told by their words.");
        Assert.All(traits, trait => Assert.True(trait.High > trait.Low, $"{trait.Name}: {trait.Low:0 %} at 0, {trait.High:0 %} at 10"));
    }

    private async Task<(int Invented, int WrongBefore, int WrongAfter, int Rules)> MeaningAsync(SlotSpeaker speaker, int count, Random random)
    {
        var (invented, before, after, rules, redrawn) = (0, 0, 0, 0, 0);
        List<string> wrongs = [], fallbacks = [], all = [];
        for (var i = 0; i < count; i++)
        {
            var trial = Trial.Draw(i, random);
            var said = await speaker.SayAsync(trial, random);
            redrawn += said.Draws.Count > 1 ? 1 : 0;
            if (said.Draws.Count > 0 && MeaningJudge.Wrong(trial, said.Draws[0]) is { } early)
            {
                before++;
                wrongs.Add($"before, {trial.Topic}, {trial.Mood.State}: {early}: {said.Draws[0]}");
            }

            if (said.Text is not { } text)
            {
                rules++;
                fallbacks.Add($"{trial.Topic}: {said.WhyNot} {string.Join(" / ", said.Draws)}");
                continue;
            }

            if (MeaningJudge.Invented(trial, text) is { } number)
            {
                invented++;
                wrongs.Add($"INVENTED, {trial.Topic}: {number}: {text}");
            }

            if (MeaningJudge.Wrong(trial, text) is { } late)
            {
                after++;
                wrongs.Add($"AFTER, {trial.Topic}, {trial.Mood.State}: {late}: {text}");
            }

            all.Add($"{trial.Topic} | {trial.Personality.Character} h{trial.Personality.Humor} c{trial.Personality.Curiosity} f{trial.Personality.Formality} | {trial.Mood.State} | {trial.Question} | {text}");
        }

        Line($"ungrounded {invented}, wrong meaning before the checks {before}, after {after}; redrawn {redrawn}, rules {rules}");
        Section("Wrong", wrongs.Take(200));
        Section("Spoken by rules", fallbacks.Take(60));
        Section("200 replies at random, as they are", all.OrderBy(_ => random.Next()).Take(200));
        return (invented, before, after, rules);
    }

    private async Task<double> DistinctAsync(SlotSpeaker speaker, int count)
    {
        var least = 1.0;
        foreach (var topic in (Topic[])[Topic.Count, Topic.Nothing, Topic.Greeting, Topic.Thanks, Topic.Help, Topic.OffTopic, Topic.Duplicates, Topic.Joke, Topic.Bye])
        {
            var random = new Random(7);
            var trial = Trial.Draw((int)topic, random, Characters.Get("nova"));
            var prompt = speaker.Prompt(trial, random);
            var (question, exact) = (new HashSet<string>(), new HashSet<string>());
            for (var i = 0; i < count; i++)
            {
                question.Add((await speaker.SayAsync(trial, random)).Text ?? "");
                exact.Add((await speaker.SayAsync(trial, random, prompt)).Text ?? "");
            }

            Line($"distinct of {count}, {topic}: {question.Count} to one question, {exact.Count} to one prompt");
            least = Math.Min(least, (double)Math.Min(question.Count, exact.Count) / count);
        }

        return least;
    }

    private async Task<double> CharactersAsync(SlotSpeaker speaker, int count)
    {
        var classifier = new WordClassifier();
        var (right, asked) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var who = Characters.All[i % 4];
            var random = new Random(5_000 + (i / 4));
            var trial = Trial.Draw(i / 4, random, who with { Name = "Pip", FavoritePhrases = [] });
            if ((await speaker.SayAsync(trial, random)).Text is not { } text)
                continue;
            if (i / 4 % 3 != 2)
            {
                classifier.Teach(who.Character!, text);
                continue;
            }

            asked++;
            right += classifier.Guess(text) == who.Character ? 1 : 0;
        }

        Line($"character told by its words: {right} of {asked} ({(double)right / asked:0.0 %}); chance is 25 %");
        return (double)right / asked;
    }

    private async Task<List<(string Name, double Low, double High)>> TraitsAsync(SlotSpeaker speaker, int count)
    {
        Topic[] found = [Topic.Count, Topic.One, Topic.Few, Topic.Biggest, Topic.Many], nothing = [Topic.Nothing, Topic.NotYet];
        (string Name, Topic[] Topics, Func<Personality, int, Personality> With, Func<string, bool> Shows)[] traits =
        [
            ("curiosity: asks back", found, (who, level) => who with { Curiosity = level }, text => text.EndsWith('?')),
            ("humor: a third sentence or a quip behind", found, (who, level) => who with { Humor = level }, text => text.Split(". ", StringSplitOptions.None).Length + text.Count(c => c is '!' or '?') > 1),
            ("formality: spelled out", found, (who, level) => who with { Formality = level }, text => Formal.Any(form => text.Contains(form, StringComparison.OrdinalIgnoreCase)) && !text.Contains('\'')),
            ("empathy: comforts", nothing, (who, level) => who with { Empathy = level }, text => Comfort.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))),
            ("proactiveness: offers", found, (who, level) => who with { Proactiveness = level }, text => Offer.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))),
        ];
        var shares = new List<(string, double, double)>();
        foreach (var (name, topics, with, shows) in traits)
        {
            var line = new List<string>();
            var ends = new List<double>();
            foreach (var level in (int[])[0, 5, 10])
            {
                var (seen, heard) = (0, 0);
                for (var i = 0; i < count; i++)
                {
                    var random = new Random(9_000 + i);
                    var plain = Characters.All[i % 4] with { Name = "Pip", Humor = 0, Curiosity = 0, Formality = 5, Empathy = 0, Proactiveness = 0, FavoritePhrases = [], Quirks = new Quirks { DiscoveryExcitement = 1 } };
                    var trial = Trial.Draw((int)topics[i % topics.Length], random, with(plain, level)) with { Mood = Mood.Of([]) };
                    if ((await speaker.SayAsync(trial, random)).Text is not { } text)
                        continue;
                    heard++;
                    seen += shows(text) ? 1 : 0;
                }

                ends.Add((double)seen / Math.Max(1, heard));
                line.Add($"{level}: {ends[^1]:0 %}");
            }

            Line($"{name}: {string.Join(", ", line)}");
            shares.Add((name, ends[0], ends[^1]));
        }

        return shares;
    }

    private void Line(string text) => _report.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{text}"));

    private void Section(string head, IEnumerable<string> lines)
    {
        Line($"\n## {head}");
        foreach (var line in lines)
            Line($"- {line}");
        Line("");
    }
}
