using BitBuddy.Conversation;
using BrainSchool.Model;
using BrainSchool.Tokens;

namespace BrainSchool.Lessons;

/// <summary>Makes lessons without end: the same seed and number give the same ones, so that a training can go on at any step.</summary>
internal sealed class LessonPlan(int seed)
{
    private const float QuestionLoss = 0.3f;
    private const int QuestionTokens = 6;
    private const int Tries = 50;
    // Jokes have more words than all other talk, so they come twice as often.
    private static readonly Situation[] Talk = [.. Scene.Known.Where(situation => situation >= Situation.Status), Situation.Joke];
    private static readonly Situation[] Files = [.. Scene.Known.Where(situation => situation < Situation.Status)];
    public int Seed => seed;

    private readonly Questions _questions = new("questions.txt");
    private readonly Phrasing _phrasing = new(new Grammar());
    private readonly FixedClock _clock = new();

    /// <summary>Half of it talk, half of it files.</summary>
    public Lesson Draw(Random random)
    {
        var situation = random.Pick(random.Chance(0.5) ? Talk : Files);
        for (var i = 0; i < Tries; i++)
        {
            var scene = Scene.Draw(situation, _questions, random);
            var prompt = scene.Prompt(_clock, random);
            if (_phrasing.Say(prompt, scene.Who, random, phrase => Grounds.Pass(scene, prompt, phrase, _clock)) is { } reply)
                return new Lesson(scene, prompt, reply);
        }

        throw new InvalidOperationException($"The grammar has no phrase for {situation}.");
    }

    /// <summary>Lessons of one step, together no more than <paramref name="most"/> tokens.</summary>
    public IReadOnlyList<Sample> Batch(int step, Vocabulary words, int most)
    {
        var random = Random(step);
        List<Sample> batch = [];
        for (var tokens = 0; ;)
        {
            var sample = ToSample(Draw(random), words, random);
            if ((tokens += sample.Tokens.Length) > most)
                return batch;
            batch.Add(sample);
        }
    }

    /// <summary>Another random course for every number, of this plan's seed.</summary>
    public Random Random(int number) => new(unchecked((seed * 1_000_003) + number));

    /// <summary>All the reply counts; of the rest a few tokens, so that the words of questions get a meaning, too.</summary>
    public static Sample ToSample(Lesson lesson, Vocabulary words, Random random)
    {
        var prompt = words.Encode(lesson.Prompt);
        int[] tokens = [.. prompt, .. words.Encode(SlotTokens.InPhrase(lesson.Reply), special: true), words.End];
        var loss = new float[tokens.Length];
        for (var i = 1; i < tokens.Length; i++)
            loss[i] = i >= prompt.Length ? 1 : random.Next(QuestionTokens) == 0 ? QuestionLoss : 0;
        return new Sample(tokens, loss);
    }
}
