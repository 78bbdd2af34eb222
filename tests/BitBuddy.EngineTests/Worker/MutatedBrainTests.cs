using System.Diagnostics;
using BitBuddy.Brains;
using BitBuddy.EngineTests.Gguf;
using BitBuddy.Llama;
using BitBuddy.Llama.Worker;
using static BitBuddy.EngineTests.Talk;

namespace BitBuddy.EngineTests.Worker;

/// <summary>No file, however it is damaged, does more than end a worker: the gate answers at once, and what passes it ends in a reply or a sentence.</summary>
[Collection(EngineCollection.Name)]
public sealed class MutatedBrainTests(EngineFixture engine, ITestOutputHelper output)
{
    private const int Files = 5_000;
    private static readonly TimeSpan MostGate = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task AnyMutation_OfAnyBrain_EndsInAReplyOrASentence()
    {
        var brains = Brains();
        var slowest = TimeSpan.Zero;
        Dictionary<string, int> counts = [];
        for (var seed = 0; seed < Proof.Size(Files); seed++)
        {
            var (bytes, damage) = new GgufMutation(brains[seed % brains.Count], brains[(seed + 1) % brains.Count], seed).Make();
            var path = engine.NewPath("mutated.gguf");
            await File.WriteAllBytesAsync(path, bytes, Now);

            var begun = Stopwatch.GetTimestamp();
            var passed = Passes(path);
            var time = Stopwatch.GetElapsedTime(begun);
            slowest = time > slowest ? time : slowest;
            Assert.True(time < MostGate, $"The gate took {time.TotalSeconds:0.0} s for seed {seed} ({damage}).");

            var outcome = passed ? await TryAsync(path) : "refused by the gate";
            counts[Kind(outcome)] = counts.GetValueOrDefault(Kind(outcome)) + 1;
            if (Kind(outcome) == "killed the worker")
                output.WriteLine($"seed {seed} ({damage}): {outcome}");
        }

        output.WriteLine($"{string.Join(", ", counts.Select(pair => $"{pair.Value} {pair.Key}"))}; the gate took at most {slowest.TotalMilliseconds:0.0} ms");
        Assert.True(counts["refused by the gate"] > 0 && counts["replied"] > 0, "The mutations are all good or all bad: they prove nothing.");
    }

    private List<byte[]> Brains()
    {
        List<byte[]> brains =
        [
            File.ReadAllBytes(engine.Brain(new ScriptedBrain())),
            File.ReadAllBytes(engine.Brain(new ScriptedBrain { Replies = ["Hello there. "], Layers = 2, MarksAreUserDefined = true })),
        ];
        foreach (var (name, tokens) in new[] { ("llama-spm", 32_000), ("phi-3", 32_064) })
        {
            var path = Path.Combine(Repository.Data, "vocab", $"ggml-vocab-{name}.gguf");
            if (File.Exists(path))
                brains.Add(VocabularyBrain.Dress(File.ReadAllBytes(path), tokens));
            else
                output.WriteLine($"NOT TESTED with {path}: it is not there; set BITBUDDY_TEST_DATA.");
        }

        return brains;
    }

    private static bool Passes(string path)
    {
        try
        {
            BrainGate.Check(path);
            return true;
        }
        catch (BuddyException refused)
        {
            Assert.StartsWith("mutated.gguf ", refused.Message);
            AssertSentence(refused.Message);
            return false;
        }
    }

    private static async Task<string> TryAsync(string path)
    {
        try
        {
            var settings = new WorkerSettings { Executable = Repository.App, ModelPath = path, HangDeadline = Patience };
            await using var worker = await WorkerChatClient.StartAsync(settings, Now);
            await worker.GetResponseAsync([User("hi")], new() { MaxOutputTokens = 1 }, Now);
            return "replied";
        }
        catch (WorkerDiedException died)
        {
            Assert.True(char.IsUpper(died.Message[0]), died.Message);
            AssertSentence(died.Message);
            return died.Message;
        }
        catch (LlamaException refused)
        {
            Assert.True(char.IsUpper(refused.Message[0]), refused.Message);
            AssertSentence(refused.Message);
            return "refused by the engine";
        }
    }

    private static string Kind(string outcome) => outcome.StartsWith("The engine", StringComparison.Ordinal) ? "killed the worker" : outcome;

    private static void AssertSentence(string text)
    {
        Assert.InRange(text.Length, 1, 600);
        Assert.DoesNotContain(text, char.IsControl);
        Assert.EndsWith(".", text, StringComparison.Ordinal);
    }
}
