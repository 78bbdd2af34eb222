using System.Security.Cryptography;
using BitBuddy.App.Bench.Models;
using BitBuddy.Brains;
using BitBuddy.Conversation;
using BitBuddy.Llama;
using BitBuddy.Llama.Native;
using BrainSchool;
using BrainSchool.Export;
using BrainSchool.Lessons;
using BrainSchool.Model;
using BrainSchool.Reporting;
using BrainSchool.Training;

namespace BitBuddy.SchoolTests;

/// <summary>What the school writes is what llama.cpp reads.</summary>
public sealed class BrainFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("school é ");

    public BrainFileTests() => LlamaEngine.Start(Path.Combine(AppContext.BaseDirectory, "engine"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Tokenize_ByLlamaCpp_IsAsInTheSchool()
    {
        var words = VocabularyTests.Words;
        var plan = new LessonPlan(8);
        using var model = LlamaModel.Load(await WriteAsync(SmallBrain(0)), new LlamaSettings());

        foreach (var text in VocabularyTests.Strange(500).Concat(Enumerable.Range(0, 500).Select(number => SlotTokens.InPhrase(plan.Draw(plan.Random(number)).Reply))))
        {
            Assert.Equal(words.Encode(text, special: false), model.Vocabulary.Tokenize(text, special: false));
            Assert.Equal(words.Encode(text, special: true), model.Vocabulary.Tokenize(text, special: true));
        }
    }

    [Fact]
    public async Task Say_ByLlamaCpp_IsTheSameGreedyReply()
    {
        // Of a training that is at hand (its folder), else of a small brain.
        var trained = Environment.GetEnvironmentVariable("BITBUDDY_SCHOOL") is { Length: > 0 } folder ? new School(7, folder, TextWriter.Null) : null;
        var words = trained?.Words ?? VocabularyTests.Words;
        var plan = new LessonPlan(8);
        var weights = trained?.Trainer.Weights ?? SmallBrain(steps: 60);
        var hearing = new Hearing(weights, words);
        using var model = LlamaModel.Load(await WriteAsync(weights, words), new LlamaSettings { Threads = 1 });
        using var context = new LlamaContext(model, new LlamaSettings { Threads = 1 });
        var (same, count) = (0, Proof.Size(200));

        for (var number = 0; number < count; number++)
        {
            var prompt = plan.Draw(plan.Random(number)).Prompt;
            var school = hearing.Tokens(prompt, Pick.Best);
            same += school.SequenceEqual(Greedy(context, model, words.Encode(prompt), Closed(prompt, words), words.End)) ? 1 : 0;
        }

        TestContext.Current.SendDiagnosticMessage($"The same greedy reply to {same} of {count} prompts.");
        // A brain that has learned little is in doubt between words; half floats may then choose another of two equals.
        Assert.InRange(same, count * 0.9, count);
    }

    [Fact]
    public async Task Check_TheBrain_SpeaksInSlots()
    {
        var file = BrainGate.Check(await WriteAsync(SmallBrain(0)));

        Assert.Equal(VocabularyTests.Words.FirstSlot, file.Slots!.FirstToken);
        Assert.Contains("files", file.Slots.Words);
        Assert.Contains("foundmany", file.Slots.Situations);
    }

    [Fact]
    public async Task Learn_TheSameSeed_GivesTheSameFileAlsoAfterAStop()
    {
        var whole = await TrainAsync("whole", 4);
        var stopped = await TrainAsync("stopped", 2, 4);

        Assert.Equal(whole, stopped);
    }

    private async Task<string> TrainAsync(string name, params int[] steps)
    {
        var path = Path.Combine(_folder.FullName, name + ".bin");
        Trainer trainer = null!;
        foreach (var until in steps)
        {
            trainer = NewTrainer();
            Checkpoint.TryLoad(path, trainer);
            Learn(trainer, until);
            Checkpoint.Save(path, trainer);
        }

        return Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(await WriteAsync(trainer.Weights))));
    }

    private static Trainer NewTrainer() => new(Weights.Begin(new Shape(VocabularyTests.Words.Tokens.Count, 64, 2, 2, 96, 256), 5), 512);

    private static Weights SmallBrain(int steps)
    {
        var trainer = NewTrainer();
        Learn(trainer, steps);
        return trainer.Weights;
    }

    private static void Learn(Trainer trainer, int until)
    {
        var plan = new LessonPlan(5);
        while (trainer.Steps < until)
            trainer.Learn(plan.Batch(trainer.Steps, VocabularyTests.Words, 512), 1);
    }

    private async Task<string> WriteAsync(Weights weights, BrainSchool.Tokens.Vocabulary? words = null)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid()}.gguf");
        await BrainFile.WriteAsync(path, weights, words ?? VocabularyTests.Words, WeightType.F16, CancellationToken.None);
        return path;
    }

    private static HashSet<int> Closed(SlotPrompt prompt, BrainSchool.Tokens.Vocabulary words)
    {
        var open = prompt.Must.Concat(prompt.May).Select(slot => words.FirstSlot + SlotTokens.Number(slot)).Append(words.End).ToHashSet();
        return [.. Enumerable.Range(words.FirstSlot, words.Tokens.Count - words.FirstSlot).Where(token => !open.Contains(token))];
    }

    private static List<int> Greedy(LlamaContext context, LlamaModel model, int[] prompt, HashSet<int> closed, int end)
    {
        context.Rewind(0);
        var place = 0;
        foreach (var chunk in prompt.Chunk(context.BatchSize))
        {
            context.Decode(chunk, place);
            place += chunk.Length;
        }

        List<int> said = [];
        while (said.Count < SlotPrompt.Reply)
        {
            context.Close(closed);
            var next = Best(context, model);
            if (next == end)
                break;
            said.Add(next);
            context.Decode([next], place++);
        }

        return said;
    }

    private static unsafe int Best(LlamaContext context, LlamaModel model) =>
        Pick.Best(new ReadOnlySpan<float>(LlamaApi.llama_get_logits_ith(context.Handle, -1), model.Vocabulary.Count).ToArray());
}
