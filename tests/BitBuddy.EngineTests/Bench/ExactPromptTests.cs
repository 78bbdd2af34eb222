using BitBuddy.App.Bench;
using BitBuddy.App.Bench.Models;
using BitBuddy.Llama.Worker;

namespace BitBuddy.EngineTests.Bench;

[Collection(EngineCollection.Name)]
public sealed class ExactPromptTests(EngineFixture engine)
{
    [Theory]
    [InlineData("qwen2", 230, 250)]
    [InlineData("zephyr", 220, 250)]
    [InlineData("zephyr", 60, 100)]
    public async Task Make_AnyFamily_HasExactlySoManyTokensAndAnotherQuestionEachTime(string family, int head, int total)
    {
        var path = engine.NewPath($"{Guid.NewGuid():n}.gguf");
        var shape = ModelShapes.Of("tiny") with { Vocabulary = (family == "zephyr" ? VocabularyShape.Zephyr : VocabularyShape.Qwen2) with { Size = 4096 } };
        await ModelWriter.WriteAsync(path, shape, Quant.Of("q4_0"), null, 1, null, CancellationToken.None);
        await using var worker = await WorkerChatClient.StartAsync(new WorkerSettings { Executable = Repository.App, ModelPath = path });

        var firsts = new HashSet<string>();
        var heads = new HashSet<string>();
        for (var question = 0; question < 10; question++)
        {
            var prompt = await ExactPrompt.MakeAsync(worker, head, total, 1, question, CancellationToken.None);
            var count = await worker.CountAsync(prompt);
            Assert.Equal((head, total), (count.Parts[0], count.Total));
            heads.Add(prompt[0].Text);
            firsts.Add(prompt[1].Text.Split(' ')[0]);
        }

        Assert.Single(heads);
        Assert.Equal(10, firsts.Count);
    }
}
